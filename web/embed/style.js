// What a player wears besides what figures wear anyway. Whoever embeds one may set the variables, and reach the parts.
// Lengths are in pixels: what a rem is, the page around decides, and mdBook makes it 10 and Material for MkDocs 20.

export const STYLE = `
  .interleave-figure.interleave-figure {
    --accent: var(--interleave-accent, light-dark(#0d6e67, #63c7bd));
    --rule: var(--interleave-rule, light-dark(#e6e0d5, #2c2e33));
    container-type: inline-size; display: flex; flex-direction: column; margin: 0; box-sizing: border-box;
    border-color: var(--interleave-border, light-dark(#8f8879, #74716b));
    border-radius: var(--interleave-radius, 6px);
    background: var(--interleave-ground, light-dark(#fffdf9, #1b1d21));
    color: var(--interleave-ink, light-dark(#24221e, #e8e4dc));
    font: 14px/1.5 var(--interleave-font, system-ui, sans-serif);

    &.dark { color-scheme: dark }
    .bar { display: flex; flex-wrap: wrap; gap: .35em; align-items: center; padding: .4em .6em; border-bottom: 1px solid var(--rule) }
    .bar[hidden] { display: none }
    .bar button, :is(.status, .question) button, .bar a {
      min-height: 2em; margin: 0; padding: .15em .65em; border: 1px solid var(--rule); border-radius: 4px;
      background: none; color: inherit; font: inherit; cursor: pointer;
    }
    .bar .run { width: 6.5em; border-color: var(--accent); font-weight: 600; white-space: nowrap }
    .bar a { display: flex; align-items: center; border-color: transparent; color: var(--accent) }
    .bar svg { display: block; width: 1.15em; height: 1.15em; fill: currentcolor }
    .bar input { flex: 1 1 96px; min-width: 64px; margin: 0; accent-color: var(--accent) }
    .bar output { min-width: 5.5em; text-align: end; font-variant-numeric: tabular-nums }
    &.mini a, &.mini .bar .step { display: none }
    :focus-visible { outline: 2px solid var(--accent); outline-offset: -2px }
    .panes { display: grid; min-height: 0; overflow: auto }
    .panes > * { min-width: 0; border-bottom: 1px solid var(--rule) }
    .panes > [hidden] { display: none }
    .program { display: grid; overflow: auto }
    .program > * { grid-area: 1 / 1 }
    pre.code, pre.code code, .log, textarea { font: var(--interleave-code-font, 13px/1.6 ui-monospace, Menlo, Consolas, monospace) }
    pre.code, .log { margin: 0; border: 0; overflow: visible }
    .here { background: color-mix(in srgb, var(--accent) 18%, transparent) }
    .code-line { display: block; min-height: 1.6em }
    .code-line[hidden] { display: none }
    textarea {
      min-width: 0; margin: 0; padding: 10px 14px; border: 0; border-radius: 0; resize: none; overflow: hidden;
      background: var(--interleave-ground, light-dark(#fffdf9, #1b1d21)); color: inherit; white-space: pre;
      tab-size: 4; field-sizing: content; opacity: 0;
    }
    textarea:focus { opacity: 1 }
    textarea:read-only { display: none }
    .output, .picture { overflow: auto }
    .output { height: var(--interleave-log-height, 144px) }
    .picture { height: var(--interleave-timeline-height, 240px) }
    .loop {
      display: grid; grid-template-columns: repeat(auto-fit, minmax(176px, 1fr)); gap: .4em 1em; padding: .5em .8em;
      height: var(--interleave-loop-height, 144px); overflow: auto;
    }
    .loop :is(ol, p) { margin: 0; padding: 0; list-style: none }
    .variables td code { overflow-wrap: anywhere }
    .variables { height: var(--interleave-vars-height, 192px); padding: .5em .8em; overflow: auto }
    .variables :is(ol, p) { margin: 0; padding: 0; list-style: none }
    .variables ol { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(240px, 100%), 1fr)); gap: .6em 1.2em }
    .variables table { display: table; width: 100%; margin: 0; border-collapse: collapse; font: inherit }
    .variables :is(caption, th, td) { padding: .1em .6em .1em .5em; border: 0; background: none; color: inherit; text-align: start; vertical-align: top }
    .variables tr { border: 0; background: none }
    .variables caption { padding-inline-start: 0; opacity: .85 }
    .variables th { width: 1%; font-weight: 400; white-space: nowrap }
    .variables code { padding: 0; background: none; color: inherit; font: var(--interleave-code-font, 13px/1.5 ui-monospace, Menlo, Consolas, monospace) }
    .variables :is(.new, .changed) { box-shadow: inset 3px 0 var(--accent) }
    .variables :is(.new, .changed) code { font-weight: 700 }
    .variables em { color: var(--accent); font-size: .85em; font-style: normal }
    .question { display: none; align-content: start; gap: .6em; padding: .8em }
    .question fieldset { display: grid; gap: .4em; min-width: 0; margin: 0; padding: 0; border: 0 }
    .question legend { margin-block-end: .4em; padding: 0; color: inherit; font: inherit; font-weight: 600 }
    .question label { display: flex; gap: .6em; align-items: baseline; margin: 0; padding: .4em .6em; border: 1px solid var(--rule); border-radius: 4px; cursor: pointer }
    .question input { flex: none; margin: 0; accent-color: var(--accent) }
    .question code { display: block; padding: 0; background: none; color: inherit; font: var(--interleave-code-font, 13px/1.5 ui-monospace, Menlo, Consolas, monospace); overflow-wrap: anywhere }
    .question button { justify-self: start }
    .question button:disabled { opacity: .55; cursor: default }
    &.hiding .question { display: grid }
    &.hiding :is(.bar .step, .bar .play, .bar select, .bar input, .bar output, .output, .picture, .graph, .loop, .variables, .status) { display: none }
    &.hiding .here { background: none }
    .graph { height: var(--interleave-graph-height, 272px); overflow: auto }
    .graph svg { display: block; max-width: none }
    .node-box { fill: var(--interleave-ground, light-dark(#fffdf9, #1b1d21)); stroke: light-dark(#77726a, #9b968c) }
    .over :is(.node-box, .lane-mark) { opacity: .45 }
    .over .name { font-weight: 400 }
    .edge { fill: none; stroke: light-dark(#77726a, #9b968c) }
    .edge-waits { stroke: light-dark(#a86200, #e9a53a); stroke-width: 1.8; stroke-dasharray: 5 3 }
    .edge-holds { stroke: light-dark(#0067a8, #4fb0ec); stroke-width: 4 }
    .edge-head { fill: light-dark(#a86200, #e9a53a) }
    .picture .interleave { min-width: 340px }
    .later { visibility: hidden }
    .older :is(.output, .picture) { filter: grayscale(1) }
    .lane-name, .log-name { cursor: pointer }
    &.choosing .lane:not(.chosen) { opacity: .3 }
    .lane-name.chosen .name { fill: var(--accent) }
    .log-row.chosen { background: color-mix(in srgb, var(--accent) 12%, transparent); box-shadow: inset 3px 0 var(--accent) }
    .bar select { width: 9em; min-height: 2em; border: 1px solid var(--rule); border-radius: 4px; background: none; color: inherit; font: inherit }
    .bar option { color: initial; background: initial }
    .level { margin: 0; padding: 0 .8em .4em; font-size: .9em }
    .level:empty { display: none }
    .status { min-height: 1.5em; padding: .3em .8em; overflow-wrap: anywhere }
    .status pre { max-height: 12em; margin: .3em 0; overflow: auto; white-space: pre-wrap; font-size: .9em }
    &.fixed { height: 100% }
    &.fixed .panes { flex: 1 }
    @container (max-width: 480px) {
      .bar .run { width: 5.5em }
      .bar a { order: 1; margin-inline-start: auto; padding-inline: 0; font-size: .85em }
      .bar :is(input, output, select) { order: 2 }
    }
    @container (min-width: 704px) {
      &.auto .panes, &.split .panes { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) }
      &.auto .output, &.split .output { height: auto; min-height: var(--interleave-log-height, 144px); border-inline-start: 1px solid var(--rule) }
      &:is(.auto, .split) :is(.picture, .graph, .loop, .variables) { grid-column: 1 / -1 }
      &.auto .alone, &.split .alone { grid-column: 1 / -1 }
    }
    @media print {
      .bar, textarea, .question button { display: none }
      &.fixed, .output, .picture, .graph, .loop, .variables, .panes { height: auto; overflow: visible }
      .graph svg { max-width: 100%; height: auto }
      .code-line, .log-text { white-space: pre-wrap }
      .picture { break-inside: avoid }
      .later { visibility: visible }
      &.choosing .lane:not(.chosen) { opacity: 1 }
    }
  }
`;
