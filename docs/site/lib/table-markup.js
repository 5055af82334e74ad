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

module.exports = { labelCells, nameOf, nameRows, wantsStacking, words }
