/** Light or dark as the reader has it; the list of endpoints beside the text where there is room. */
export const docsStyle = `
:root { color-scheme: light dark; --line: light-dark(#d9d9d4, #3a3a38); --soft: light-dark(#f5f5f1, #242423); --ink: light-dark(#1d1d1b, #e9e9e4); --link: light-dark(#1c5d99, #8cc1f0); }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: light-dark(#fff, #191918); font: 16px/1.55 system-ui, 'Noto Sans CJK SC', sans-serif; display: grid; grid-template-columns: 20rem minmax(0, 1fr); }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 1.5rem 1rem; border-right: 1px solid var(--line); font-size: .875rem; }
nav ul { list-style: none; margin: .25rem 0 .75rem; padding: 0; }
nav li { margin: .15rem 0; overflow-wrap: anywhere; }
nav .name { margin: 0 0 1rem; font-size: 1.25rem; font-weight: 600; }
nav summary { cursor: pointer; font-weight: 600; padding: .25rem 0; }
main { max-width: 58rem; padding: 2rem 2.5rem 6rem; }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
h1 { margin-top: 0; }
h2 { margin: 3.5rem 0 1rem; padding-bottom: .35rem; border-bottom: 1px solid var(--line); }
h3 { margin: 0; font-size: 1.05rem; }
h3 a { color: inherit; }
article { margin: 1.75rem 0; scroll-margin-top: 1rem; }
article:target { outline: 2px solid var(--link); outline-offset: .6rem; border-radius: .25rem; }
article p { margin: .4rem 0; }
code, pre { font-family: ui-monospace, 'DejaVu Sans Mono', monospace; font-size: .875em; }
pre { background: var(--soft); padding: .75rem 1rem; border-radius: .375rem; overflow: auto; max-height: 28rem; }
article summary { cursor: pointer; color: var(--link); }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); }
b.get, b.post, b.patch, b.delete { display: inline-block; min-width: 3.9em; font-size: .75em; letter-spacing: .03em; }
b.get { color: light-dark(#1d6f42, #7fd3a5); } b.post { color: light-dark(#1c5d99, #8cc1f0); } b.patch { color: light-dark(#8a5a00, #e5b866); } b.delete { color: light-dark(#a32424, #f09a9a); }
@media (max-width: 60rem) { body { display: block; } nav { position: static; height: auto; border: 0; border-bottom: 1px solid var(--line); } main { padding: 1.5rem 1rem; } }
`
