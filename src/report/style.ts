/** The one style sheet of a report: light, dark and print. Sides are told by sign and word, never by colour. */
export const STYLE = `:root{color-scheme:light dark;--ink:light-dark(#1b1f24,#e8e6e1);--soft:light-dark(#555b63,#a9adb3);--paper:light-dark(#fbfaf7,#16181b);--line:light-dark(#dcd8cf,#363a40);--link:light-dark(#1f5f8b,#8cc3ea);--mark:light-dark(#fdf0c8,#4a3f1c)}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:break-word}
header,main,footer{max-inline-size:72rem;margin-inline:auto;padding:.75rem 1rem}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1rem;padding:0;margin:0 0 .5rem}
a{color:var(--link)}a[aria-current]{font-weight:700}
h1,h2,h3{line-height:1.25;margin:1.25rem 0 .5rem}h1{font-size:1.65rem}h2{font-size:1.3rem}h3{font-size:1.05rem}
p{margin:0 0 .5rem}.lead{font-size:1.1rem}.note,figcaption,article p{color:var(--soft);font-size:.875rem}
mark{background:var(--mark);color:inherit;padding:0 .2em;border-radius:3px}
blockquote{margin:.25rem 0;padding-inline-start:.75rem;border-inline-start:3px solid var(--line)}
article{border-block-end:1px solid var(--line);padding-block:.5rem}article h2{font-size:1rem;font-weight:600;margin:0}article h2 a{font-weight:400;font-size:.8rem}
article:target{outline:2px solid var(--link)}
figure{margin:1rem 0}.wide{overflow-x:auto}svg.plot{max-inline-size:none;color:var(--ink)}
table{border-collapse:collapse;inline-size:100%;font-size:.9rem}caption{text-align:start;color:var(--soft)}
th,td{text-align:start;vertical-align:top;padding:.3rem .5rem;border-block-end:1px solid var(--line);min-inline-size:5rem}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.skip:not(:focus){position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
@page{size:A4;margin:18mm 15mm}
@media print{:root{color-scheme:light}body{font-size:9.5pt;background:#fff}header nav,.skip{display:none}main{padding:0}.wide{overflow:visible}.chapter{break-before:page}section:first-of-type .chapter{break-before:auto}tr,article,figure{break-inside:avoid}h2,h3{break-after:avoid}thead{display:table-header-group}svg.plot{max-inline-size:100%;height:auto}a{color:inherit;text-decoration:none}}
`;
