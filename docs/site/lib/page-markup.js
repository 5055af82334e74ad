'use strict'

const { parse } = require('node-html-parser')
const { labelCells, nameRows, wantsStacking } = require('./table-markup')

const words = (element) => element.textContent.replace(/\s+/g, ' ').trim()

const quoted = (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')

/** The text of the nearest heading above, to tell one box of a page from another. */
function headingAbove(element) {
    for (let parent = element.parentNode; parent; parent = parent.parentNode) {
        const heading = parent.childNodes.find((child) => /^H[2-5]$/.test(child.tagName))
        if (heading) return words(heading)
    }
    return 'Introduction'
}

/** Makes tables and code reachable by keyboard, since a box that scrolls only by touch or mouse shuts others out. */
function markUp(html) {
    const root = parse(html, { blockTextElements: { script: true, style: true } })
    const labels = new Map()
    const rowNames = new Set()
    const label = (kind, element) => {
        const title = element.querySelector('caption') || element.parentNode.parentNode.querySelector('> .title')
        const base = `${kind}: ${title ? words(title) : headingAbove(element)}`
        labels.set(base, (labels.get(base) || 0) + 1)
        const count = labels.get(base)
        return quoted(count === 1 ? base : `${base}, ${count}`)
    }
    for (const table of root.querySelectorAll('table.tableblock')) {
        nameRows(table, rowNames)
        if (wantsStacking(table)) {
            labelCells(table)
            table.classList.add('stacks')
        } else {
            // Widths in per cent mean nothing in a box that scrolls: they would blow the table up.
            table.querySelector('colgroup')?.remove()
            const box = `<div class="scroll" role="region" tabindex="0" aria-label="${label('Table', table)}">`
            table.replaceWith(parse(`${box}${table.outerHTML}</div>`))
        }
    }
    for (const code of root.querySelectorAll('pre')) {
        code.setAttribute('aria-label', label('Code', code))
        code.setAttribute('role', 'region')
        code.setAttribute('tabindex', '0')
    }
    const contents = root.querySelector('#toc')
    if (contents) {
        contents.setAttribute('role', 'navigation')
        contents.setAttribute('aria-labelledby', 'toctitle')
    }
    // The heading next to it says the same, so the empty anchor is for the mouse alone.
    for (const anchor of root.querySelectorAll('a.anchor')) {
        anchor.setAttribute('aria-hidden', 'true')
        anchor.setAttribute('tabindex', '-1')
    }
    return root.toString()
}

module.exports.register = function () {
    this.on('documentsConverted', ({ contentCatalog }) => {
        for (const page of contentCatalog.getPages((page) => page.out)) {
            page.contents = Buffer.from(markUp(page.contents.toString()))
        }
    })
}
