/*
 * Draws the charts of io.github.camelcallrail.charts.Chart with Apache ECharts, which must be loaded before.
 *
 *   CallCharts.render(element, chart)   fills the element with a heading, the answer in words, the chart and its numbers
 *   CallCharts.update(element, chart)   shows new numbers; keeps focus, scroll position and what is opened
 *   CallCharts.renderFigures(element, figures)   shows key figures; also updates them
 *
 * Texts of a chart come from CallRail, so they are only ever set as text, never as HTML.
 */
(function (global) {
  'use strict';

  const NARROW = 640;
  const NUMBER = new Intl.NumberFormat('en-US');
  const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

  // Neighbours differ in lightness as well as in hue; patterns come on top. Each has 3:1 against its background.
  const THEMES = {
    light: {
      text: '#1f2933', quiet: '#52606d', line: '#d5dae0', background: '#ffffff', pattern: 'rgba(255,255,255,.5)',
      columns: ['#1f5f99', '#c4570c', '#3f8f5f', '#7a4fa3', '#8a6d00', '#68737d'],
      bars: ['#1f5f99', '#84909c', '#8a6d00'],
      shares: ['#1f5f99', '#a87400', '#b0402b', '#68737d'],
      heat: ['#f3f5f7', '#fbdcc4', '#f2a673', '#e27d43'], onHeat: '#1f2933'
    },
    dark: {
      text: '#e6e9ed', quiet: '#a9b4c0', line: '#3a444f', background: '#1b2127', pattern: 'rgba(0,0,0,.4)',
      columns: ['#6cb2eb', '#f0975a', '#7cc79a', '#bb98dc', '#d8bc52', '#9aa5b1'],
      bars: ['#6cb2eb', '#7b8794', '#d8bc52'],
      shares: ['#6cb2eb', '#d8a741', '#e07a63', '#9aa5b1'],
      heat: ['#242b33', '#4a352b', '#7c4428', '#a5512a'], onHeat: '#ffffff'
    }
  };

  const dark = global.matchMedia('(prefers-color-scheme: dark)');
  const still = global.matchMedia('(prefers-reduced-motion: reduce)');
  const drawn = new Set();
  let printing = false;

  function theme() {
    return dark.matches && !printing ? THEMES.dark : THEMES.light;
  }

  /** What the i-th series is filled with: solid, then stripes and dots, so that series differ without colour. */
  function pattern(i, look) {
    const fill = { color: look.pattern, backgroundColor: 'transparent' };
    const stripes = (rotation, gap) => Object.assign({
      symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1.5, gap], rotation: rotation }, fill);
    const dots = Object.assign({
      symbol: 'circle', dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0], symbolSize: 0.5 }, fill);
    return [{ symbol: 'none' }, stripes(-Math.PI / 4, 6), dots, stripes(Math.PI / 4, 6), stripes(0, 5), stripes(Math.PI / 2, 5)][i % 6];
  }

  function sum(values) {
    return values.reduce((all, value) => all + value, 0);
  }

  function percent(value, whole) {
    return whole === 0 ? '–' : Math.round(100 * value / whole) + '%';
  }

  function short(text, length) {
    return text.length > length ? text.slice(0, length - 1) + '…' : text;
  }

  function node(tag, className, text) {
    const made = document.createElement(tag);
    if (className) {
      made.className = className;
    }
    if (text !== undefined) {
      made.textContent = text;
    }
    return made;
  }

  /** A box of lines for a tooltip, as elements: ECharts would read text as HTML. */
  function tip(title, lines) {
    const box = node('div');
    box.append(node('strong', '', title));
    lines.forEach(line => box.append(node('div', '', line)));
    return box;
  }

  function totals(chart) {
    return chart.categories.map((category, i) => sum(chart.series.map(series => series.values[i])));
  }

  function tooltip(look, formatter, trigger) {
    return {
      trigger: trigger, confine: true, formatter: formatter, backgroundColor: look.background, borderColor: look.line,
      textStyle: { color: look.text, fontFamily: FONT, fontSize: 13 }, axisPointer: { type: 'shadow' }
    };
  }

  function legend(chart, look) {
    return {
      show: chart.series.length > 1, top: 0, left: 0, itemWidth: 22, itemHeight: 14, itemGap: 14, selectedMode: false,
      textStyle: { color: look.text, fontFamily: FONT, fontSize: 13 },
      data: chart.series.map(series => series.name), formatter: name => short(name, 30)
    };
  }

  const pen = document.createElement('canvas').getContext('2d');

  /** How high the legend becomes; ECharts wraps it, but does not make room for it. */
  function legendHeight(chart, width) {
    if (chart.series.length < 2) {
      return 8;
    }
    pen.font = '13px ' + FONT;
    let rows = 1;
    let used = 0;
    chart.series.forEach(series => {
      const item = 22 + 5 + pen.measureText(short(series.name, 30)).width;
      if (used > 0 && used + 14 + item > width - 10) {
        rows++;
        used = item;
      } else {
        used += 14 + item;
      }
    });
    return 30 * rows + 10;
  }

  function valueAxis(look, more) {
    return Object.assign({
      type: 'value', minInterval: 1, axisLabel: { color: look.quiet, fontFamily: FONT },
      splitLine: { lineStyle: { color: look.line } }
    }, more);
  }

  function categoryAxis(look, data, more, label) {
    return Object.assign({
      type: 'category', data: data, axisTick: { show: false }, axisLine: { lineStyle: { color: look.line } },
      axisLabel: Object.assign({ color: look.text, fontFamily: FONT }, label)
    }, more);
  }

  function base(chart, look) {
    return {
      textStyle: { fontFamily: FONT, color: look.text },
      animationDuration: 0, animationDurationUpdate: 300,
      aria: {
        enabled: true,
        label: { description: chart.title + '. ' + chart.note + ' The numbers are in the table below.' },
        decal: { show: true }
      }
    };
  }

  function series(chart, look, values) {
    return chart.series.map((each, i) => ({
      type: 'bar', stack: 'all', name: each.name, data: values(each), barMaxWidth: 28,
      itemStyle: {
        color: look[chart.kind][i % look[chart.kind].length], decal: pattern(i, look),
        borderColor: look.background, borderWidth: 0.5
      }
    }));
  }

  function dayOf(category) {
    return new Date(category + 'T00:00:00Z');
  }

  function columns(chart, look, width) {
    const month = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
    const full = new Intl.DateTimeFormat('en-GB', {
      weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
    const all = totals(chart);
    return {
      height: 340,
      option: Object.assign(base(chart, look), {
        legend: legend(chart, look),
        grid: { left: 4, right: 22, top: legendHeight(chart, width), bottom: 4, containLabel: true },
        xAxis: categoryAxis(look, chart.categories, {}, {
          formatter: day => month.format(dayOf(day)), hideOverlap: true, color: look.quiet }),
        yAxis: valueAxis(look),
        tooltip: tooltip(look, points => tip(full.format(dayOf(chart.categories[points[0].dataIndex])),
          [NUMBER.format(all[points[0].dataIndex]) + ' calls'].concat(points.filter(point => point.value > 0)
            .map(point => point.seriesName + ': ' + NUMBER.format(point.value)))), 'axis'),
        series: series(chart, look, each => each.values)
      })
    };
  }

  function bars(chart, look, width, shares) {
    const all = totals(chart);
    const top = legendHeight(chart, width);
    const room = Math.max(18, Math.floor(width / 20));
    const made = series(chart, look, each => shares
      ? each.values.map((value, i) => all[i] === 0 ? 0 : 100 * value / all[i])
      : each.values);
    if (shares) {
      made[0].label = {
        show: true, position: 'insideLeft', color: look.background, fontWeight: 'bold',
        formatter: point => all[point.dataIndex] === 0 ? '' : Math.round(point.value) + '%'
      };
    } else if (made.length > 0) {
      // The total stands at the end of the bar; a series of its own would appear in legend and tooltip.
      made[made.length - 1].label = {
        show: true, position: 'right', color: look.text, formatter: point => NUMBER.format(all[point.dataIndex]) };
    }
    return {
      height: top + 34 * Math.max(1, chart.categories.length) + 34,
      option: Object.assign(base(chart, look), {
        legend: legend(chart, look),
        grid: { left: 4, right: shares ? 20 : 48, top: top, bottom: 4, containLabel: true },
        xAxis: valueAxis(look, Object.assign({ splitNumber: width < NARROW ? 3 : 5 }, shares
          ? { max: 100, interval: width < NARROW ? 50 : 20, axisLabel: { formatter: '{value}%', color: look.quiet, fontFamily: FONT } } : {})),
        yAxis: categoryAxis(look, chart.categories, { inverse: true }, {
          formatter: name => short(name, room), interval: 0 }),
        tooltip: tooltip(look, points => tip(chart.categories[points[0].dataIndex], points.map(point => {
          const value = chart.series[point.seriesIndex].values[point.dataIndex];
          return point.seriesName + ': ' + NUMBER.format(value) + ' (' + percent(value, all[point.dataIndex]) + ')';
        })), 'axis'),
        series: made
      })
    };
  }

  /** Hours from left to right; on a phone from top to bottom. Each weekday shows its total. */
  function heatMap(chart, look, width) {
    const narrow = width < NARROW;
    const max = Math.max(1, ...chart.series.map(each => Math.max(0, ...each.values)));
    const weekdays = chart.series.map(each => each.name);
    const sums = chart.series.map(each => sum(each.values));
    const most = Math.max(...sums);
    const hours = chart.categories.map(hour => hour.replace(/:00$/, ''));
    const weekdayLabel = {
      interval: 0, lineHeight: 17,
      rich: { most: { fontWeight: 'bold', color: look.text, fontFamily: FONT, lineHeight: 17 } },
      formatter: (name, i) => {
        const text = narrow ? name.slice(0, 3) + '\n' + NUMBER.format(sums[i]) : name + '  ' + NUMBER.format(sums[i]) + ' missed';
        return sums[i] > 0 && sums[i] === most ? text.split('\n').map(part => '{most|' + part + '}').join('\n') : text;
      }
    };
    const cells = [];
    chart.series.forEach((each, day) => each.values.forEach((value, hour) => {
      cells.push(narrow ? [day, hour, value] : [hour, day, value]);
    }));
    const weekdayAxis = categoryAxis(look, weekdays, { inverse: !narrow, position: narrow ? 'top' : 'left' }, weekdayLabel);
    const hourAxis = categoryAxis(look, hours, narrow ? { inverse: true } : {}, { interval: narrow ? 0 : 'auto', color: look.quiet });
    return {
      height: narrow ? 60 + 22 * hours.length : 40 + 38 * weekdays.length,
      option: Object.assign(base(chart, look), {
        grid: { left: 4, right: 8, top: 8, bottom: 4, containLabel: true },
        xAxis: narrow ? weekdayAxis : hourAxis,
        yAxis: narrow ? hourAxis : weekdayAxis,
        visualMap: { show: false, min: 0, max: max, inRange: { color: look.heat } },
        tooltip: tooltip(look, point => {
          const day = narrow ? point.value[0] : point.value[1];
          const hour = narrow ? point.value[1] : point.value[0];
          return tip(weekdays[day] + ', ' + chart.categories[hour],
            [NUMBER.format(point.value[2]) + ' missed', NUMBER.format(sums[day]) + ' on all ' + weekdays[day] + 's']);
        }, 'item'),
        series: [{
          type: 'heatmap', name: chart.title, data: cells,
          itemStyle: { borderColor: look.background, borderWidth: 2, decal: { symbol: 'none' } },
          emphasis: { itemStyle: { borderColor: look.text } },
          label: { show: true, color: look.onHeat, fontSize: 12, fontFamily: FONT,
            formatter: point => point.value[2] === 0 ? '' : NUMBER.format(point.value[2]) }
        }]
      })
    };
  }

  const KINDS = {
    'columns': columns,
    'bars': (chart, look, width) => bars(chart, look, width, false),
    'shares': (chart, look, width) => bars(chart, look, width, true),
    'heat-map': heatMap
  };

  /** Only new numbers move; a new width or theme does not. */
  function draw(state, moving) {
    const width = printing ? 660 : state.canvas.clientWidth;
    if (width === 0) {
      return;
    }
    const made = KINDS[state.chart.kind](state.chart, theme(), width);
    state.canvas.style.height = made.height + 'px';
    if (!state.echart) {
      state.echart = global.echarts.init(state.canvas, null, { renderer: 'svg', width: width, height: made.height });
    } else {
      state.echart.resize({ width: width, height: made.height });
    }
    made.option.animation = Boolean(moving) && !still.matches && !printing;
    state.echart.setOption(made.option, true);
    state.width = width;
  }

  function cell(tag, scope, text) {
    const made = node(tag, '', text);
    if (scope) {
      made.scope = scope;
    }
    return made;
  }

  /** The numbers of a chart: a row for each category; of the heat map, for each weekday, as it is read. */
  function fillTable(table, chart) {
    const turned = chart.kind === 'heat-map';
    const rows = turned ? chart.series.map(each => each.name) : chart.categories;
    const heads = turned ? chart.categories : chart.series.map(each => each.name);
    const value = (row, column) => turned ? chart.series[row].values[column] : chart.series[column].values[row];
    const head = node('thead');
    const names = node('tr');
    names.append(cell('th', 'col', turned ? 'Weekday' : chart.kind === 'columns' ? 'From' : 'Group'));
    heads.forEach(name => names.append(cell('th', 'col', name)));
    const withTotal = heads.length > 1;
    if (withTotal) {
      names.append(cell('th', 'col', 'Total'));
    }
    head.append(names);
    const body = node('tbody');
    rows.forEach((name, row) => {
      const line = node('tr');
      line.append(cell('th', 'row', name));
      const values = heads.map((any, column) => value(row, column));
      values.forEach(each => line.append(cell('td', '', NUMBER.format(each))));
      if (withTotal) {
        line.append(cell('td', '', NUMBER.format(sum(values))));
      }
      body.append(line);
    });
    const caption = node('caption', '', chart.title);
    table.replaceChildren(caption, head, body);
  }

  function skeleton(element) {
    const state = {
      title: node('h2'), question: node('p', 'callchart-question'), note: node('p', 'callchart-note'),
      canvas: node('div', 'callchart-canvas'), details: node('details', 'callchart-numbers'), table: node('table')
    };
    const scroll = node('div', 'callchart-scroll');
    scroll.tabIndex = 0;
    scroll.setAttribute('role', 'region');
    scroll.append(state.table);
    // ECharts sets the label.
    state.canvas.setAttribute('role', 'img');
    state.scroll = scroll;
    state.details.append(node('summary', '', 'Show the numbers'), scroll);
    element.classList.add('callchart');
    element.replaceChildren(state.title, state.question, state.note, state.canvas, state.details);
    state.observer = new ResizeObserver(() => {
      if (!printing && state.canvas.clientWidth !== state.width) {
        draw(state);
      }
    });
    state.observer.observe(state.canvas);
    drawn.add(state);
    return state;
  }

  function render(element, chart) {
    const before = element.callChart;
    if (before) {
      before.observer.disconnect();
      drawn.delete(before);
      if (before.echart) {
        before.echart.dispose();
      }
    }
    element.callChart = skeleton(element);
    update(element, chart);
  }

  function update(element, chart) {
    const state = element.callChart;
    if (!state) {
      render(element, chart);
      return;
    }
    if (!KINDS[chart.kind]) {
      throw new Error('Unknown kind of chart: ' + chart.kind);
    }
    state.chart = chart;
    element.dataset.chart = chart.id;
    state.title.textContent = chart.title;
    state.question.textContent = chart.question;
    state.note.textContent = chart.note;
    state.scroll.setAttribute('aria-label', 'The numbers of: ' + chart.title);
    fillTable(state.table, chart);
    draw(state, true);
  }

  function renderFigures(element, figures) {
    element.classList.add('callfigures');
    element.replaceChildren(...figures.map(figure => {
      const box = node('div');
      box.dataset.figure = figure.id;
      const value = node('dd');
      value.append(node('span', 'callfigures-value', figure.value), node('span', 'callfigures-detail', figure.detail));
      box.append(node('dt', '', figure.label), value);
      return box;
    }));
  }

  function redraw() {
    drawn.forEach(state => draw(state));
  }

  function print(on) {
    if (printing === on) {
      return;
    }
    printing = on;
    drawn.forEach(state => {
      if (on) {
        state.wasOpen = state.details.open;
        state.details.open = true;
      } else {
        state.details.open = state.wasOpen;
      }
    });
    redraw();
  }

  dark.addEventListener('change', redraw);
  global.addEventListener('beforeprint', () => print(true));
  global.addEventListener('afterprint', () => print(false));

  global.CallCharts = { render: render, update: update, renderFigures: renderFigures };
})(window);
