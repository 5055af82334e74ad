'use strict'

const words = (element) => element.textContent.replace(/\s+/g, ' ').trim()

/** The name that a row explains: the first code of its first cell, when the cell begins with it. */
function nameOf(row) {
    const cell = row.querySelector('td, th')
    const code = cell && cell.querySelector('code')
    return code && words(cell).startsWith(words(code)) ? words(code) : undefined
}

/** Gives rows that explain a name an id, so that one option or one header can be linked to. */
function nameRows(table, taken) {
    for (const row of table.querySelectorAll('tbody tr')) {
        const name = nameOf(row)
        if (!name) continue
        const id = `row-${name.replace(/[^\w.-]+/g, '-')}`
        if (taken.has(id)) continue
        taken.add(id)
        row.setAttribute('id', id)
    }
}

/** Whether a table is prose in columns, which a narrow screen shows better row below row than by scrolling. */
function wantsStacking(table) {
    const columns = table.querySelectorAll('thead th').length
    if (columns < 2 || columns > 5 || table.querySelector('[colspan], [rowspan]')) return false
    return table.querySelectorAll('tbody td').some((cell) => words(cell).length > 40)
}

/**
 * Repeats each column's name at its cells, for a stacked table to show, and says by roles what is a table:
 * browsers forget it when its parts are no longer displayed as one.
 */
function labelCells(table) {
    const names = table.querySelectorAll('thead th').map(words)
    table.setAttribute('role', 'table')
    for (const group of table.querySelectorAll('thead, tbody')) group.setAttribute('role', 'rowgroup')
    for (const row of table.querySelectorAll('tr')) row.setAttribute('role', 'row')
    for (const cell of table.querySelectorAll('thead th')) cell.setAttribute('role', 'columnheader')
    for (const row of table.querySelectorAll('tbody tr')) {
        row.querySelectorAll('td, th').forEach((cell, index) => {
            cell.setAttribute('role', cell.tagName === 'TH' ? 'rowheader' : 'cell')
            cell.setAttribute('data-label', names[index] || '')
            if (!words(cell)) cell.classList.add('blank')
            if (index && words(cell).length > 24) cell.classList.add('long')
        })
    }
}

/** Columns that are empty in most rows: they stand below the text that they belong to, and leave it their width. */
const FOLDED = ['Values', 'Default']

function foldColumns(table) {
    const heads = table.querySelectorAll('thead th')
    const names = heads.map(words)
    if (names.slice(2).join() !== FOLDED.join()) return
    for (const row of table.querySelectorAll('tbody tr')) {
        const cells = row.querySelectorAll('td')
        for (const [index, cell] of cells.entries()) {
            if (index < 2) continue
            if (words(cell)) {
                const content = cell.querySelector('p')?.innerHTML ?? cell.innerHTML
                cells[1].insertAdjacentHTML(
                    'beforeend',
                    `<p class="tableblock more"><span class="label">${names[index]}</span> ${content}</p>`)
            }
            cell.remove()
        }
    }
    heads.slice(2).forEach((head) => head.remove())
    table.querySelector('colgroup').set_content('<col style="width: 22%;"><col style="width: 78%;">')
}

/** A table of days, say: many columns, with a mark or nothing in each cell, which fit a phone side by side. */
function isOfMarks(table) {
    const heads = table.querySelectorAll('thead th').map(words)
    const cells = table.querySelectorAll('tbody tr').flatMap((row) => row.querySelectorAll('td').slice(1).map(words))
    return heads.length > 5 && heads.length < 14 && [...heads.slice(1), ...cells].every((text) => text.length < 8) &&
        cells.every((text) => text.length < 2)
}

module.exports = { foldColumns, isOfMarks, labelCells, nameOf, nameRows, wantsStacking, words }
