(function () {
  'use strict';
  const overview = JSON.parse(document.getElementById('report-data').textContent);
  const main = document.querySelector('main');
  const figures = main.appendChild(document.createElement('dl'));
  CallCharts.renderFigures(figures, overview.figures);
  overview.charts.forEach(chart => {
    const section = document.createElement('section');
    section.dataset.kind = chart.kind;
    main.appendChild(section);
    CallCharts.render(section, chart);
  });
})();
