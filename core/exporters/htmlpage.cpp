#include "core/exporters/htmlpage.h"

#include <QCryptographicHash>
#include <QStringBuilder>

namespace casebook {

namespace {

QByteArray hashOf(const QByteArray &text)
{
    return "'sha256-" + QCryptographicHash::hash(text, QCryptographicHash::Sha256).toBase64() + '\'';
}

} // namespace

QString htmlText(const QString &text)
{
    return text.simplified().toHtmlEscaped();
}

QByteArray htmlStyle()
{
    return R"css(
:root { color-scheme: light dark; --page: #fff; --text: #16181c; --muted: #5b6068; --rule: #d9dce1; --tint: #f4f5f7;
  --link: #1a4f8f; --for: #0f7b6c; --against: #b64a16; --blue: #2457a6; --teal: #0f7b6c; --orange: #b64a16;
  --purple: #6b3fa0; --red: #b52a2a; --green: #3f7a1f; --gray: #5b6068 }
@media (prefers-color-scheme: dark) { :root { --page: #15171b; --text: #e6e8ec; --muted: #a2a8b2; --rule: #343942;
  --tint: #1e2127; --link: #8ab8f5; --for: #4fc3b0; --against: #f0955f; --blue: #86aef0; --teal: #4fc3b0;
  --orange: #f0955f; --purple: #c09cf0; --red: #f08c8c; --green: #98cc70; --gray: #a2a8b2 } }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 46rem; background: var(--page); color: var(--text);
  font: 1.05rem/1.55 Charter, "Source Serif 4", "Noto Serif", Georgia, serif; overflow-wrap: break-word }
h1, h2, h3, h4, h5, h6, .facts, .organization, .meta, nav, label, input, small, dl, table, .figures, .related {
  font-family: system-ui, "Noto Sans", sans-serif }
h1 { font-size: 2.1rem; line-height: 1.15; margin: 0 0 .6rem }
h2 { font-size: 1.6rem; margin: 3.5rem 0 .5rem; padding-top: .6rem; border-top: 3px solid }
h3 { font-size: 1.3rem; line-height: 1.25; margin: 0 }
h4 { font-size: 1.02rem; margin: 1.6rem 0 .4rem }
h5, h6 { font-size: .95rem; margin: 1.2rem 0 .3rem }
p, ul, ol { margin: .5rem 0 }
a { color: var(--link) }
.lead { font-size: 1.15rem }
.meta, .facts, small, dl { color: var(--muted); font-size: .87rem }
.organization { margin: .1rem 0; font-size: 1rem }
article { margin: 2.6rem 0; padding-top: 1.4rem; border-top: 1px solid var(--rule); scroll-margin-top: 4.5rem }
.claims { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.6rem }
.claims section { border-top: 2px solid; padding-top: .4rem; margin-top: 1rem; color: var(--for) }
.claims section.against { color: var(--against) }
.claims h4 { margin: 0 0 .3rem }
.claims ul { list-style: none; padding: 0; color: var(--text); font-size: .96rem }
.claims li { margin: .55rem 0 }
.claims b { font-family: system-ui, "Noto Sans", sans-serif; font-size: .9rem }
.figures { list-style: none; padding: 0; font-size: .92rem }
.figures li { margin: .7rem 0 }
.figures svg { display: inline-block; width: 55%; height: .75rem; vertical-align: -.05rem }
.before svg { fill: var(--muted) }
.after svg { fill: var(--for) }
blockquote { margin: .9rem 0; padding: .1rem 1rem; border-left: 3px solid var(--rule); background: var(--tint) }
code { font: .88em "JetBrains Mono", "Noto Sans Mono", Consolas, monospace; background: var(--tint) }
pre { padding: .8rem 1rem; background: var(--tint); overflow-x: auto }
.body { overflow-x: auto }
img { max-width: 100%; height: auto }
table { border-collapse: collapse; font-size: .9rem }
th, td { padding: .3rem .7rem; border: 1px solid var(--rule); vertical-align: top }
.left { text-align: left } .center { text-align: center } .right { text-align: right }
sup { line-height: 0 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 1rem 0 0 }
dd { margin: 0 }
nav ul { list-style: none; padding: 0 0 0 .9rem }
nav > ul { padding: 0 }
nav b { display: block; margin-top: .9rem }
#filter { position: sticky; top: 0; padding: .7rem 0; background: var(--page); border-bottom: 1px solid var(--rule) }
#filter label { display: block; font-size: .87rem; color: var(--muted) }
#filter input { width: 100%; padding: .45rem .6rem; font-size: 1rem; color: inherit; background: var(--tint);
  border: 1px solid var(--rule); border-radius: 4px }
.blue { color: var(--blue) } .teal { color: var(--teal) } .orange { color: var(--orange) }
.purple { color: var(--purple) } .red { color: var(--red) } .green { color: var(--green) } .gray { color: var(--gray) }
[hidden] { display: none !important }
@media (max-width: 34rem) { .claims { grid-template-columns: 1fr } }
@media print { body { max-width: none; font-size: 10.5pt } #filter { display: none }
  h1, h2, h3, h4 { break-after: avoid } .claims li, .figures li, blockquote, tr { break-inside: avoid } }
)css";
}

QByteArray htmlScript()
{
    return R"js(
"use strict";
(() => {
  const fold = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ß/g, "ss");
  const box = document.getElementById("filter");
  const input = box.querySelector("input");
  const count = box.querySelector("output");
  const cases = Array.from(document.querySelectorAll("article"), article =>
    ({article, entry: document.querySelector(`nav a[href="#${CSS.escape(article.id)}"]`), text: null}));
  const groups = Array.from(document.querySelectorAll(".group"));
  const wordStart = (text, word) => {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]) || !/[\p{L}\p{N}]/u.test(word[0])) return true;
    }
    return false;
  };
  const termsOf = text => Array.from(text.matchAll(/(-?)(?:"([^"]*)"?|(\S+))/g), ([, minus, phrase, word]) =>
    ({excluded: minus === "-", words: fold(phrase ?? word).replace(/\s+/g, " ").trim()})).filter(term => term.words);
  const apply = () => {
    const terms = termsOf(input.value);
    let shown = 0;
    for (const one of cases) {
      one.text ??= fold(one.article.textContent).replace(/\s+/g, " ");
      const matches = terms.every(term => wordStart(one.text, term.words) !== term.excluded);
      one.article.hidden = !matches;
      if (one.entry) one.entry.parentElement.hidden = !matches;
      shown += matches ? 1 : 0;
    }
    for (const group of groups) {
      const empty = !group.querySelector("article:not([hidden])");
      group.hidden = empty;
      const entry = document.querySelector(`nav b a[href="#${CSS.escape(group.id)}"]`);
      if (entry) entry.closest("b").hidden = empty;
    }
    count.textContent = terms.length ? `${shown} / ${cases.length}` : "";
  };
  input.addEventListener("input", apply);
  input.addEventListener("keydown", event => { if (event.key === "Escape") { input.value = ""; apply(); } });
  document.addEventListener("click", event => {
    const link = event.target.closest('a[href^="#"]');
    const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target && target.closest("[hidden]")) { input.value = ""; apply(); }
  });
  box.hidden = false;
  apply();
})();
)js";
}

QByteArray htmlPolicy()
{
    return "default-src 'none'; style-src " + hashOf(htmlStyle()) + "; script-src " + hashOf(htmlScript())
        + "; img-src data:; base-uri 'none'; form-action 'none'";
}

} // namespace casebook
