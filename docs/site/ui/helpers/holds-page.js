'use strict'

const holds = (item, url) => item.url === url || (item.items || []).some((child) => holds(child, url))

/** Whether the current page is somewhere below a group of the navigation; the home page has all groups open. */
module.exports = (item, { data: { root } }) => root.page.home || holds(item, root.page.url)
