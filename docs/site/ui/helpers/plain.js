'use strict'

/** Takes the tags out of a title or a description, so that it can stand in an attribute. */
module.exports = (html) => html && html.replace(/<[^>]+>/g, '').replace(/"/g, '&quot;')
