/** Colours and measures are the platform's tokens; the dark head and the round mark say that this is another app. */
export const STYLESHEET = `
:root {
  --paper: #f7f5f0; --surface: #ffffff; --sunken: #eeeae2; --line: #ddd6ca; --line-strong: #867e73;
  --ink: #221d17; --ink-soft: #4f483f; --ink-faint: #665e54;
  --action: #1b4e9b; --action-hover: #163f7e; --action-press: #102f60;
  --error: #a8132f; --ok: #1f6843; --gutter: 1.25rem;
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6471 "PingFang SC", "HarmonyOS Sans SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; line-break: strict; overflow-wrap: anywhere; text-autospace: normal; text-spacing-trim: trim-start; }
h1, p, ol { margin: 0; padding: 0; }
h1 { font-size: 1.75rem; line-height: 1.3572; font-weight: 600; text-wrap: balance; }
h1.ok { color: var(--ok); }
p { text-wrap: pretty; }
button, input { font: inherit; color: inherit; }
:focus { outline: none; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; box-shadow: 0 0 0 2px #ffffff; }
.inner { max-width: calc(35rem + 2 * var(--gutter)); margin: 0 auto; padding-inline: var(--gutter); }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: var(--gutter); top: -100px; z-index: 1; padding: 12px 16px; background: var(--surface); color: var(--action); }
.skip:focus { top: 8px; }
.banner { background: var(--sunken); color: var(--ink); font-size: 0.9375rem; line-height: 1.6; font-weight: 600; text-align: center; padding: 8px var(--gutter); }
.masthead { background: var(--action-press); color: #ffffff; }
.masthead .inner { display: flex; align-items: center; gap: 12px; min-height: 60px; }
.mark { width: 2rem; height: 2rem; flex: none; display: block; }
.name { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 10px; font-size: 1.1875rem; }
.name small { font-size: 0.875rem; }
main { padding-block: 24px 56px; }
main > * + * { margin-top: 24px; }
main > h1 + .lead { margin-top: 8px; }
.lead, .soft { color: var(--ink-soft); }
.soft { font-size: 0.9375rem; line-height: 1.6; }
.form > * + * { margin-top: 24px; }
.field > * + * { margin-top: 6px; }
.field label { display: block; font-weight: 600; }
.hint { color: var(--ink-soft); font-size: 0.9375rem; line-height: 1.6; }
.error { display: flex; gap: 8px; color: var(--error); font-weight: 600; font-size: 0.9375rem; line-height: 1.6; }
.error .icon { margin-top: 2px; }
.field--error { border-left: 4px solid var(--error); padding-left: 14px; }
.input { display: block; width: 100%; min-height: 3.25rem; padding: 8px 14px; background: var(--surface); border: 1px solid var(--line-strong); border-radius: 8px; font-variant-numeric: tabular-nums; }
.field--error .input { border: 2px solid var(--error); padding: 7px 13px; }
.summary { border: 2px solid var(--error); border-radius: 8px; background: var(--surface); padding: 14px 16px; }
.summary .error { font-size: 1.0625rem; }
.summary .error .icon { margin-top: 4px; }
.summary p + p { margin-top: 4px; font-size: 0.9375rem; }
.icon { width: 1.25rem; height: 1.25rem; flex: none; display: block; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }
.actions > * + * { margin-top: 12px; }
.btn { display: flex; align-items: center; justify-content: center; width: 100%; min-height: 3.25rem; padding: 10px 20px; border: 1.5px solid transparent; border-radius: 8px; line-height: 1.4; text-align: center; text-decoration: none; cursor: pointer; transition: background-color 120ms; }
.btn--primary { background: var(--action); color: #ffffff; font-weight: 600; }
.btn--primary:hover { background: var(--action-hover); }
.btn--primary:active { background: var(--action-press); }
.btn--quiet { background: transparent; color: var(--action); text-decoration: underline; text-underline-offset: 0.22em; }
.btn--quiet:hover { color: var(--action-hover); }
.ladder { list-style: none; border-top: 1px solid var(--line); }
.ladder > li { position: relative; display: grid; grid-template-columns: 28px 1fr; gap: 0 10px; padding: 9px 0; border-bottom: 1px solid var(--line); color: var(--ink-soft); }
.ladder .icon { width: 22px; height: 22px; margin-top: 3px; color: var(--line-strong); }
.ladder .is-done .icon { color: var(--ok); }
.ladder .is-now { color: var(--ink); font-weight: 600; }
.ladder .is-now .icon { color: var(--action); }
.ladder small { display: block; font-size: 0.9375rem; line-height: 1.6; font-weight: 400; color: var(--ink-soft); font-variant-numeric: tabular-nums; }
.scan { display: block; width: 168px; height: 168px; margin-inline: auto; color: var(--action); }
.scan__face { fill: none; stroke: var(--ink-soft); stroke-width: 2.5; stroke-dasharray: 5 6; }
.foot { border-top: 1px solid var(--line); }
.foot p { padding-block: 20px 40px; color: var(--ink-faint); font-size: 0.875rem; line-height: 1.5715; }
@media (max-width: 340px) { :root { --gutter: 1rem; } }
@media (prefers-reduced-motion: reduce) { .btn { transition: none; } }
`
