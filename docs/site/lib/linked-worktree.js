'use strict'

const fs = require('fs')
const path = require('path')

/**
 * Lets the site be built in a worktree made by `git worktree add`. There `.git` is a file that points to the
 * repository, which Antora does not follow; it does know the repository's worktrees by name.
 */
module.exports.register = function () {
    this.on('playbookBuilt', ({ playbook }) => {
        const root = path.resolve(playbook.dir, '../..')
        const pointer = path.join(root, '.git')
        if (!fs.existsSync(pointer) || fs.statSync(pointer).isDirectory()) return
        const gitDirectory = path.resolve(root, fs.readFileSync(pointer, 'utf8').replace(/^gitdir:/, '').trim())
        const head = fs.readFileSync(path.join(gitDirectory, 'HEAD'), 'utf8').trim()
        const content = structuredClone(playbook.content)
        Object.assign(content.sources[0], {
            url: path.resolve(gitDirectory, '../../..'),
            branches: [head.replace('ref: refs/heads/', '')],
            worktrees: [path.basename(gitDirectory)],
        })
        this.updateVariables({ playbook: { ...playbook, content } })
    })
}
