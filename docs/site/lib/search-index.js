'use strict'

const fs = require('fs')
const path = require('path')
const { parse } = require('node-html-parser')
const searchTerms = require('../search-terms')
const { nameOf, words } = require('./table-markup')

const plain = (html) => words(parse(`<p>${html}</p>`))

/** Cuts a page into what a search can lead to: its sections, and the rows and terms that explain one name. */
function cut(html, title) {
    const entries = []
    let section = { heading: '', anchor: '', name: '', text: [] }
    entries.push(section)
    const explain = (name, anchor, text) =>
        entries.push({ heading: section.heading, anchor, name, text: [text] })
    const visit = (node) => {
        if (node.nodeType === 3) {
            section.text.push(node.text)
        } else if (node.id === 'toc') {
            return
        } else if (/^H[2-5]$/.test(node.tagName)) {
            section = { heading: words(node), anchor: node.id || section.anchor, name: '', text: [] }
            entries.push(section)
        } else if (node.tagName === 'TR' && node.id && nameOf(node)) {
            const cells = node.querySelectorAll('td, th').map(words)
            explain(cells[0], node.id, cells.slice(1).filter(Boolean).join(' · '))
        } else {
            node.childNodes.forEach(visit)
            // Words of neighbouring blocks must not grow together.
            if (!/^(A|B|CODE|EM|I|MARK|SPAN|STRONG|SUB|SUP|WBR)$/.test(node.tagName || '')) section.text.push(' ')
        }
    }
    visit(parse(html, { blockTextElements: { script: true, style: true } }))
    return entries.map(({ text, ...entry }) => ({
        title,
        ...entry,
        text: text.join('').replace(/\s+/g, ' ').trim(),
    }))
}

/** Gives entries the terms that lead to them; what the pages have nothing about becomes an entry of its own. */
function leadToThem(entries, address, missing) {
    for (const { terms, leadsTo, says } of searchTerms) {
        const [page, anchor] = leadsTo.split('#')
        const url = address(page) + (anchor ? `#${anchor}` : '')
        const entry = entries.find((candidate) => candidate.url === url)
        if (!entry) missing(leadsTo, terms)
        else if (says) entries.push({ ...entry, name: '', heading: `Not here: ${terms[0]}`, text: says, terms })
        else entry.terms = [...(entry.terms || []), ...terms]
    }
}

module.exports.register = function () {
    const logger = this.getLogger('search-index')
    let entries = []

    this.on('documentsConverted', ({ contentCatalog }) => {
        entries = contentCatalog.getPages((page) => page.out).flatMap((page) =>
            cut(page.contents.toString(), plain(page.title || page.src.stem))
                .map(({ anchor, ...entry }) => ({ ...entry, url: page.pub.url.slice(1) + (anchor && `#${anchor}`) })))
        leadToThem(
            entries,
            (name) => contentCatalog.getPages((page) => page.src.relative === name)[0]?.pub.url.slice(1),
            (target, terms) => logger.error(`search-terms.js leads to ${target}, which is not there: ${terms}`))
    })

    this.on('beforePublish', ({ siteCatalog }) => {
        const library = path.resolve(path.dirname(require.resolve('minisearch')), '../..')
        const read = (name) => fs.readFileSync(path.join(library, name), 'utf8')
        const script = read('dist/umd/index.js').replace(/^\/\/# sourceMappingURL=.*$/m, '')
        const publish = (name, text) =>
            siteCatalog.addFile({ contents: Buffer.from(text), out: { path: `assets/search/${name}` } })
        publish('minisearch.js', `/*\n${read('LICENSE.txt').trim()}\n*/\n${script}`)
        // A script rather than JSON: a page opened from the file system may not fetch.
        publish('entries.js', `window.searchEntries = ${JSON.stringify(entries)}\n`)
    })
}
