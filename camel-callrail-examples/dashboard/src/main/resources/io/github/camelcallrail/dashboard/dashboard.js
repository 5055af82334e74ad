/*
 * Shows the state that the server sends. Each event is the whole state, so a page that has missed some is right again
 * after the next. Texts come from CallRail, so they are only ever set as text, never as HTML.
 */
(function () {
  'use strict';

  const NUMBER = new Intl.NumberFormat('en-US');
  const STATES = {
    STOPPED: ['■', 'Stopped'],
    WAITING: ['◷', 'Waiting for the first poll'],
    READING: ['↻', 'Reading'],
    UP_TO_DATE: ['✓', 'Up to date'],
    POSTPONED: ['⏸', 'Paused'],
    FAILED: ['✕', 'Failed']
  };
  const ANNOUNCE_AFTER = 10000;
  const RETRY_AFTER = 3000;
  // The server says something at least every 15 seconds.
  const SILENT_AFTER = 40000;

  const byId = id => document.getElementById(id);
  let state = null;
  let waiting = null;
  let drawing = false;
  let clockDifference = 0;
  let lastHeard = 0;
  let source = null;
  let announced = { at: 0, text: '', calls: null };

  function element(tag, className, text) {
    const made = document.createElement(tag);
    if (className) {
      made.className = className;
    }
    if (text !== undefined) {
      made.textContent = text;
    }
    return made;
  }

  /** Changes a text only when it differs, so that a screen reader and a selection are left alone. */
  function setText(node, text) {
    if (node.textContent !== text) {
      node.textContent = text;
    }
  }

  function plural(count, word) {
    return NUMBER.format(count) + ' ' + word + (count === 1 ? '' : 's');
  }

  /** Keeps one child for each item, by key, and lets the item fill it. */
  function keep(parent, items, key, make, fill) {
    const present = new Map(Array.from(parent.children, child => [child.dataset.key, child]));
    items.forEach((item, i) => {
      let child = present.get(key(item));
      if (!child) {
        child = make(item);
        child.dataset.key = key(item);
      }
      present.delete(key(item));
      if (parent.children[i] !== child) {
        parent.insertBefore(child, parent.children[i] || null);
      }
      fill(child, item);
    });
    present.forEach(child => child.remove());
  }

  function serverNow() {
    return Date.now() + clockDifference;
  }

  function span(seconds) {
    if (seconds < 90) {
      return plural(Math.max(0, Math.round(seconds)), 'second');
    }
    if (seconds < 5400) {
      return plural(Math.round(seconds / 60), 'minute');
    }
    return seconds < 172800 ? plural(Math.round(seconds / 3600), 'hour') : plural(Math.round(seconds / 86400), 'day');
  }

  function ago(time) {
    return span((serverNow() - Date.parse(time)) / 1000) + ' ago';
  }

  function until(time) {
    const seconds = (Date.parse(time) - serverNow()) / 1000;
    return seconds < 1 ? 'now' : 'in ' + span(seconds);
  }

  function name(report) {
    return report.charAt(0).toUpperCase() + report.slice(1).replace(/-/g, ' ');
  }

  /** A list of names and values; a value may change with the time, so it is a function. */
  function facts(card, list) {
    keep(card.facts, list, fact => fact[0], fact => {
      const line = element('div');
      line.append(element('dt', '', fact[0]), element('dd'));
      return line;
    }, (line, fact) => setText(line.lastChild, fact[1]));
  }

  function card() {
    const made = element('article', 'card');
    made.heading = element('h3');
    made.status = element('p', 'status');
    made.symbol = element('span', 'symbol');
    made.symbol.setAttribute('aria-hidden', 'true');
    made.statusText = element('span');
    made.status.append(made.symbol, made.statusText);
    made.bar = element('progress');
    made.barText = element('p', 'quiet');
    made.facts = element('dl');
    made.failure = element('div', 'failure');
    made.append(made.heading, made.status, made.bar, made.barText, made.facts, made.failure);
    return made;
  }

  function fillReport(made, report) {
    const [symbol, words] = STATES[report.state];
    setText(made.heading, name(report.report));
    made.dataset.state = report.state;
    setText(made.symbol, symbol);
    setText(made.statusText, report.backfill && report.state === 'READING' ? 'Reading for the first time' : words);
    fillBackfill(made, report);
    const list = [['Records read', NUMBER.format(report.records)]];
    if (report.readUpTo) {
      list.push(['Everything read up to', ago(report.readUpTo)]);
    }
    if (report.lastPoll) {
      list.push(['Latest poll', ago(report.lastPoll)]);
    }
    list.push(['Next poll', report.nextPoll ? until(report.nextPoll) : report.state === 'READING' ? 'after this one' : 'not known']);
    if (report.failedRecords > 0) {
      list.push(['Records that failed', NUMBER.format(report.failedRecords) + ', sent again at the next poll']);
    }
    facts(made, list);
    fillFailure(made.failure, report);
  }

  function fillBackfill(made, report) {
    const backfill = report.backfill;
    made.bar.hidden = !backfill;
    made.barText.hidden = !backfill;
    if (!backfill) {
      return;
    }
    made.bar.setAttribute('aria-label', 'Backfill of ' + report.report);
    if (backfill.total === undefined) {
      made.bar.removeAttribute('value');
    } else {
      made.bar.max = Math.max(1, backfill.total);
      made.bar.value = backfill.done;
    }
    setText(made.barText, NUMBER.format(backfill.done)
      + (backfill.total === undefined ? ' records' : ' of ' + plural(backfill.total, 'record'))
      + (backfill.secondsLeft === undefined ? '' : ', ' + span(backfill.secondsLeft) + ' left'));
  }

  function fillFailure(box, report) {
    const failure = report.failure;
    const texts = [];
    if (report.trouble) {
      texts.push(['strong', report.trouble]);
    }
    if (failure) {
      texts.push(['strong', (failure.over ? 'Latest failure, over: ' : 'Failure: ') + ago(failure.at)
        + (failure.kind ? ', ' + failure.kind : '')]);
      texts.push(['message', failure.message]);
      texts.push(['quiet', failure.who + (failure.retryAt && !failure.over ? ', ' + until(failure.retryAt) : '') + '.']);
    }
    box.hidden = texts.length === 0;
    box.classList.toggle('over', !report.trouble && !!failure && failure.over);
    keep(box, texts, text => text[0] + '/' + texts.indexOf(text), text => element('p', text[0]),
      (line, text) => setText(line, text[1]));
  }

  function fillBudget(made, budget) {
    setText(made.heading, 'Account ' + budget.accountId);
    made.dataset.state = budget.pausedUntil ? 'POSTPONED' : budget.left === 0 ? 'POSTPONED' : 'UP_TO_DATE';
    setText(made.symbol, budget.pausedUntil || budget.left === 0 ? '⏸' : '✓');
    setText(made.statusText, budget.pausedUntil ? 'CallRail refused a request; the next is sent ' + until(budget.pausedUntil)
      : budget.left === undefined ? 'How many requests are left is not known'
        : plural(budget.left, 'request') + ' left now');
    made.bar.setAttribute('aria-label', 'Requests used in the last hour');
    made.bar.max = budget.perHour;
    made.bar.value = budget.inHour;
    setText(made.barText, NUMBER.format(budget.inHour) + ' of ' + NUMBER.format(budget.perHour) + ' used in the last hour');
    facts(made, [['In the last 24 hours', NUMBER.format(budget.inDay) + ' of ' + NUMBER.format(budget.perDay)]]);
    made.failure.hidden = true;
  }

  function showTimes() {
    if (state) {
      keep(byId('reports'), state.reports, report => report.report, card, fillReport);
      keep(byId('budgets'), state.budgets, budget => budget.accountId, card, fillBudget);
    }
  }

  /** Draws the latest state, once per frame and at most a third of the time, however fast states arrive. */
  function show(next) {
    waiting = next;
    if (!drawing) {
      drawing = true;
      requestAnimationFrame(() => {
        const began = performance.now();
        state = waiting;
        waiting = null;
        draw();
        setTimeout(() => {
          drawing = false;
          if (waiting) {
            show(waiting);
          }
        }, 2 * (performance.now() - began));
      });
    }
  }

  function draw() {
    setText(byId('source'), state.source + '. Days and hours in ' + state.zone + '.');
    showTimes();
    setText(byId('calls-heading'), 'Calls of the last ' + state.days + ' days');
    CallCharts.renderFigures(byId('figures'), state.figures);
    const kinds = new Map(state.charts.map(chart => [chart.id, chart]));
    keep(byId('charts'), state.charts, chart => chart.id, chart => {
      const section = element('section');
      section.dataset.kind = chart.kind;
      return section;
    }, (section, chart) => {
      // Only what has changed is drawn: the others keep their tooltip.
      const json = JSON.stringify(kinds.get(chart.id));
      if (section.shown !== json) {
        section.shown = json;
        CallCharts.update(section, chart);
      }
    });
    document.documentElement.dataset.calls = state.calls;
    announce();
  }

  /** Says what has changed to people who listen, not more often than every ten seconds. */
  function announce() {
    const now = Date.now();
    if (now - announced.at < ANNOUNCE_AFTER) {
      return;
    }
    const more = announced.calls === null ? 0 : state.calls - announced.calls;
    const text = plural(state.calls, 'call') + (more > 0 ? ', ' + NUMBER.format(more) + ' more' : '') + '. '
      + state.reports.filter(report => report.state === 'FAILED' || report.state === 'POSTPONED')
        .map(report => name(report.report) + ': ' + STATES[report.state][1] + '. ').join('');
    if (announced.text !== text) {
      setText(byId('announcement'), text);
    }
    announced = { at: now, text: text, calls: state.calls };
  }

  function connection(kind, text) {
    byId('connection').dataset.state = kind;
    setText(byId('connection-text'), text);
  }

  function hear(event) {
    const message = JSON.parse(event.data);
    clockDifference = Date.parse(message.at) - Date.now();
    lastHeard = Date.now();
    connection('live', 'Live');
    return message;
  }

  function listen() {
    if (source) {
      source.close();
    }
    lastHeard = Date.now();
    source = new EventSource('events?days=' + byId('days').value);
    source.addEventListener('state', event => show(hear(event).state));
    source.addEventListener('unchanged', hear);
    const mine = source;
    source.onerror = () => {
      connection('lost', 'Connection lost. Trying again …');
      // The browser tries again by itself, except after an answer that is not a stream.
      if (mine.readyState === EventSource.CLOSED) {
        setTimeout(() => mine === source && listen(), RETRY_AFTER);
      }
    };
  }

  function daysOfAddress() {
    const days = new URLSearchParams(location.search).get('days');
    return days || '30';
  }

  byId('days').value = daysOfAddress();
  byId('days').addEventListener('change', () => {
    history.replaceState(null, '', '?days=' + byId('days').value);
    listen();
  });
  setInterval(() => {
    showTimes();
    if (Date.now() - lastHeard > SILENT_AFTER) {
      connection('lost', 'Connection lost. Trying again …');
      listen();
    }
  }, 1000);
  listen();
})();
