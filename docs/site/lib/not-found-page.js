'use strict'

/** Makes 404.html, which Antora itself makes only when it knows the site's address. */
module.exports.register = function () {
    this.on('pagesComposed', ({ playbook, contentCatalog, uiCatalog, siteAsciiDocConfig, siteCatalog }) => {
        if (playbook.site.url) return
        const composer = this.getFunctions().createPageComposer(playbook, contentCatalog, uiCatalog, playbook.env)
        siteCatalog.addFile(composer.create404Page(siteAsciiDocConfig))
    })
}
