'use strict'

const { parse } = require('node-html-parser')

/** Finds links to a place that a page does not have. Antora itself looks only whether the page is there. */
function findBroken(pages) {
    const places = new Map()
    const links = []
    for (const page of pages) {
        const root = parse(page.contents.toString())
        places.set(page.pub.url, new Set(root.querySelectorAll('[id]').map(({ id }) => id)))
        for (const link of root.querySelectorAll('a[href*="#"]')) {
            const target = new URL(link.getAttribute('href'), `file://${page.pub.url}`)
            if (target.protocol === 'file:') links.push({ page, target })
        }
    }
    return links.filter(({ target }) => {
        const known = places.get(target.pathname)
        return known && target.hash.length > 1 && !known.has(decodeURIComponent(target.hash.slice(1)))
    })
}

module.exports.register = function () {
    const logger = this.getLogger('broken-fragments')
    this.on('documentsConverted', ({ contentCatalog }) => {
        for (const { page, target } of findBroken(contentCatalog.getPages((page) => page.out))) {
            logger.error({ file: page.src }, `target of link not found: ${target.pathname.slice(1)}${target.hash}`)
        }
    })
}
