'use strict'

const { parse } = require('node-html-parser')
const { foldColumns, isOfMarks, labelCells, nameRows, wantsStacking, words } = require('./table-markup')

const quoted = (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')

/** The text of the nearest heading above, to tell one box of a page from another. */
function headingAbove(element) {
    for (let parent = element.parentNode; parent; parent = parent.parentNode) {
        const heading = parent.childNodes.find((child) => /^H[2-5]$/.test(child.tagName))
        if (heading) return words(heading)
    }
    return 'Introduction'
}

/** Labels boxes by their titles or the headings above, with a number where that would be the same twice. */
function createLabels() {
    const counts = new Map()
    return (kind, element) => {
        const block = element.closest('.listingblock, .literalblock, .imageblock')
        const title = element.querySelector('caption') || (block && block.querySelector('.title'))
        const label = `${kind}: ${title ? words(title) : headingAbove(element)}`
        const count = (counts.get(label) || 0) + 1
        counts.set(label, count)
        return count === 1 ? label : `${label}, ${count}`
    }
}

function markTables(root, label) {
    const rowNames = new Set()
    for (const table of root.querySelectorAll('table.tableblock')) {
        nameRows(table, rowNames)
        foldColumns(table)
        if (isOfMarks(table)) {
            labelCells(table)
            table.classList.add('marks')
            table.setAttribute('style', `--columns: ${table.querySelectorAll('thead th').length - 1}`)
        } else if (wantsStacking(table)) {
            labelCells(table)
            table.classList.add('stacks')
        } else {
            // Widths in per cent mean nothing in a box that scrolls: they would blow the table up.
            table.querySelector('colgroup')?.remove()
            const attributes = `role="region" tabindex="0" aria-label="${quoted(label('Table', table))}"`
            table.insertAdjacentHTML('beforebegin', `<div class="scroll" ${attributes}></div>`)
            table.previousElementSibling.appendChild(table)
        }
    }
}

/** Makes boxes that scroll reachable by keyboard, since scrolling only by touch or mouse would shut others out. */
function markBoxes(root, label) {
    const mark = (box, kind) => {
        box.setAttribute('aria-label', label(kind, box))
        box.setAttribute('role', 'region')
        box.setAttribute('tabindex', '0')
    }
    root.querySelectorAll('pre').forEach((code) => mark(code, 'Code'))
    root.querySelectorAll('.imageblock > .content').forEach((figure) => mark(figure, 'Figure'))
}

/** A date, with or without a time. */
const DATE = /\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?/g
/** Where a path or a query may go on in the next line, and, in what is still long then, a name. */
const JOINT = /(?<=&amp;|[/?,])(?=[\w{-])/
const JOINT_OF_NAME = /(?<=[=:])(?=\w)|(?<=[a-z])(?=[A-Z])|(?<=\w)(?=[._{]\w)/
const LONG = 24

/** Lets long code break where it reads best, and dates nowhere. */
function markBreaks(root) {
    const withDates = (text) => text.replace(DATE, '<span class="whole">$&</span>')
    const withJoints = (text) => text.split(JOINT)
        .map((piece) => (piece.length > LONG ? piece.split(JOINT_OF_NAME) : [piece]).map(withDates).join('<wbr>'))
        .join('<wbr>')
    const visit = (node, inCode) => {
        if (node.nodeType === 3) node.rawText = inCode ? withJoints(node.rawText) : withDates(node.rawText)
        else if (node.tagName !== 'PRE') {
            node.childNodes.forEach((child) => visit(child, inCode || node.tagName === 'CODE'))
        }
    }
    visit(root, false)
}

function markHeadings(root) {
    const contents = root.querySelector('#toc')
    if (contents) {
        contents.setAttribute('role', 'navigation')
        contents.setAttribute('aria-labelledby', 'toctitle')
    }
    // The contents lead to each heading already, so the empty anchor next to it is for the mouse alone.
    for (const anchor of root.querySelectorAll('a.anchor')) {
        anchor.setAttribute('aria-hidden', 'true')
        anchor.setAttribute('tabindex', '-1')
    }
}

function markUp(html) {
    const root = parse(html, { blockTextElements: { script: true, style: true } })
    const label = createLabels()
    markTables(root, label)
    markBoxes(root, label)
    markHeadings(root)
    markBreaks(root)
    return root.toString()
}

module.exports.register = function () {
    this.on('documentsConverted', ({ contentCatalog }) => {
        for (const page of contentCatalog.getPages((page) => page.out)) {
            page.contents = Buffer.from(markUp(page.contents.toString()))
        }
    })
}
