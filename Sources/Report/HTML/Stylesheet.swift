/// The style sheet of every page: one look for all reports, light and dark, screen and print.
///
/// Every text pair reaches 4.5:1 and every mark 3:1 in both themes; no kind of change is told by
/// colour alone.
let stylesheet: HTML = #"""
  /* Design tokens. Every colour pair named "text on …" meets 4.5:1;
  every mark and line meets 3:1 (rules and tints are decoration). */
  :root{
    color-scheme:light dark;
    /* surfaces and ink */
    --paper:#fcfbf8; --panel:#f4f1ea; --ink:#1d1b18; --soft:#5a554c; --rule:#d9d3c7;
    --edge:#8a8376;
    --link:#1c4f80; --focus:#b3260b;
    /* kinds of change: strong colour for text and lines,
    tint for grounds. Each also has a sign and a word. */
    --del:#a32f12; --del-t:#fbe5dc;   /* dropped  −  strike         */
    --ins:#00655e; --ins-t:#dcf1ec;   /* added    +  underline      */
    --chg:#7a5200; --chg-t:#f8ecca;   /* changed  ≠  both           */
    --mov:#5a45a0; --mov-t:#ebe6f8;   /* moved    ↕  dashed outline */
    /* data: one main series, one to compare with, grounds for bursts */
    --data:#2b4f72; --band:#c3d2e1; --data2:#96420c; --band2:#f0d3bd; --bar:#827a6b;
    --burst:#f6e6b8; --flow:#d6cfc1;
    /* themes in running text: tint + letter */
    --ta:#f7e8bd; --tb:#d5ecf3; --tc:#e4efd0; --td:#f3deea;
    /* type */
    --serif:Charter,"Bitstream Charter","Charis SIL","Sitka Text",Cambria,"Noto Serif",Georgia,
    serif;
    --sans:Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;
    --mono:ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;
    --t0:.8125rem; --t1:.9375rem; --t2:1.125rem; --t3:1.375rem; --t4:1.75rem; --t5:2.375rem;
    /* 13 15 18 22 28 38 px */
    --lh-ui:1.45; --lh-read:1.62; --measure:66ch;
    /* space: 4 px steps */
    --s1:.25rem; --s2:.5rem; --s3:.75rem; --s4:1rem; --s5:1.5rem; --s6:2.25rem; --s7:3.5rem;
  }
  @media screen and (prefers-color-scheme:dark){:root{
    --paper:#171613; --panel:#211f1b; --ink:#ece8e0; --soft:#b6afa2; --rule:#3c3831;
    --edge:#8b8375;
    --link:#93c1ee; --focus:#ffb59f;
    --del:#ff9f87; --del-t:#43211a; --ins:#6fd2c3; --ins-t:#12372f; --chg:#e6bb62;
    --chg-t:#3b2d0e; --mov:#bcaef5; --mov-t:#2e2749;
    --data:#8fb9e2; --band:#2d4257; --data2:#f0a871; --band2:#4d3220; --bar:#978f80;
    --burst:#40351a; --flow:#3f3a32;
    --ta:#4a3d14; --tb:#173f4b; --tc:#2f4218; --td:#4b2a3e;
  }}
  *{box-sizing:border-box}
  html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
  body{margin:0;background:var(--paper);color:var(--ink);
  font:var(--t1)/var(--lh-ui) var(--sans);font-variant-numeric:tabular-nums lining-nums}
  .wrap{max-width:77rem;margin:auto;padding:0 clamp(1rem,3.5vw,2.5rem)}
  h1,h2,h3,p,ul,ol,dl,dd,figure,table{margin:0;padding:0}
  h1,h2,h3,p,dt,dd,li,caption,summary,label{overflow-wrap:anywhere}
  tbody th{overflow-wrap:anywhere;min-width:6.5rem}
  h1{font:600 var(--t5)/1.16 var(--serif);letter-spacing:-.012em;max-width:26em;
  text-wrap:balance}
  h2{font:600 var(--t3)/1.25 var(--serif);margin:var(--s7) 0 var(--s2);padding-top:var(--s3);
  border-top:2px solid var(--ink)}
  h3{font:600 var(--t1)/1.35 var(--sans)}
  .read{font:var(--t2)/var(--lh-read) var(--serif);font-variant-numeric:oldstyle-nums;
  max-width:var(--measure);hanging-punctuation:first;text-wrap:pretty}
  .lead{font:var(--t3)/1.42 var(--serif);max-width:38em;margin-top:var(--s3);text-wrap:balance}
  .soft,.note{color:var(--soft)} .note{font-size:var(--t0);max-width:72ch}
  .num{text-align:right} .q{font-family:var(--serif);font-size:1.06em}
  .nb{white-space:nowrap}
  a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:.16em}
  a:hover{text-decoration-thickness:2px}
  :focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
  .vh,del::before,del::after,ins::before,ins::after{position:absolute;width:1px;height:1px;
  overflow:hidden;clip-path:inset(50%);white-space:nowrap}
  .skip{position:absolute;left:-99rem}
  .skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem;z-index:9}
  /* masthead */
  .mast{display:flex;flex-wrap:wrap;gap:0 var(--s5);align-items:baseline;padding:var(--s3) 0;
  border-bottom:1px solid var(--rule);font-size:var(--t0);color:var(--soft)}
  .mast b{font:600 var(--t2)/1 var(--serif);color:var(--ink);font-variant-caps:small-caps;
  letter-spacing:.04em}
  .mast ul{display:flex;flex-wrap:wrap;gap:.4rem var(--s4);list-style:none}
  .mast li a{display:inline-block;min-height:1.9rem;padding:.35rem 0;color:var(--ink);text-decoration:none}
  .mast a[aria-current]{font-weight:600;box-shadow:inset 0 -2px var(--ink)}
  .mast li a:hover{text-decoration:underline} .mast span{margin-left:auto}
  .kick{margin:var(--s6) 0 var(--s2);font-size:var(--t0);font-weight:600;letter-spacing:.06em;
  text-transform:uppercase;color:var(--soft)}
  /* key numbers */
  .keys{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));
  margin-top:var(--s5);border-top:2px solid var(--ink);border-bottom:1px solid var(--rule)}
  .keys div{display:flex;flex-direction:column-reverse;justify-content:flex-end;
  padding:var(--s3) var(--s4) var(--s3) 0}
  .keys dd{font:600 var(--t4)/1.15 var(--serif);letter-spacing:-.01em}
  .keys dd small{font:var(--t0)/1.3 var(--sans);letter-spacing:0;color:var(--soft);
  display:block;margin-top:.15rem}
  .keys dt{font-size:var(--t0);color:var(--soft);order:1;margin-bottom:.1rem}
  /* kinds of change: sign + word + colour */
  .k{font-size:var(--t0);font-weight:600;white-space:nowrap}
  .k::before{content:"≈" / "";display:inline-block;min-width:1.1em;margin-right:.15em;
  font-weight:700;text-align:center}
  .k.del{color:var(--del)} .k.del::before{content:"−" / ""} .k.ins{color:var(--ins)}
  .k.ins::before{content:"+" / ""}
  .k.chg{color:var(--chg)} .k.chg::before{content:"≠" / ""} .k.mov{color:var(--mov)}
  .k.mov::before{content:"↕" / ""}
  .k.spl::before{content:"1:2" / "";min-width:1.9em;font-weight:600}
  .k.mrg::before{content:"2:1" / "";min-width:1.9em;font-weight:600}
  .k.ok::before{content:"✓" / ""} .k.bad{color:var(--del)} .k.bad::before{content:"✕" / ""}
  .k.wait::before{content:"○" / ""}
  /* word marks: light for words, strong for facts */
  del,ins{text-decoration-thickness:1px;text-decoration-color:var(--edge)}
  del{text-decoration-line:line-through;color:var(--soft)}
  ins{text-decoration-line:underline;text-underline-offset:.2em;
  text-decoration-color:var(--ins)}
  del::before{content:"[removed: "} ins::before{content:"[added: "}
  del::after,ins::after{content:"]"}
  del.f,ins.f{border-radius:2px;padding:.05em .12em;-webkit-box-decoration-break:clone;
  box-decoration-break:clone;text-decoration-thickness:2px}
  del.f{color:var(--del);background:var(--del-t);text-decoration-color:var(--del);
  text-decoration-thickness:1.5px}
  ins.f{color:var(--ins);background:var(--ins-t);text-decoration-color:var(--ins)}
  .ref{font:600 .68em/1 var(--sans);vertical-align:.42em;padding:0 .1em 0 .2em;
  text-decoration:none;color:inherit;font-variant-numeric:lining-nums}
  .ref:hover{text-decoration:underline}
  body:has(#m-facts:checked) .row :is(del,ins):not(.f){text-decoration:none;color:inherit}
  body:has(#m-facts:checked) .row :is(del,ins):not(.f)::before,
  body:has(#m-facts:checked) .row :is(del,ins):not(.f)::after{content:none}
  /* switches: radios and checkboxes, no script */
  .sw{border:0;padding:0;margin:var(--s3) 0;display:flex;flex-wrap:wrap;gap:var(--s1) var(--s4);
  align-items:center;font-size:var(--t0)}
  .sw legend{float:left;margin-right:var(--s3);color:var(--soft)}
  .sw label{display:inline-flex;align-items:center;gap:.4em;min-height:1.75rem;cursor:pointer}
  .sw input{accent-color:var(--ink);width:1rem;height:1rem;margin:0}
  .sw label:has(:checked){font-weight:600}
  /* facts */
  .two{display:grid;grid-template-columns:minmax(0,7fr) minmax(0,5fr);gap:0 var(--s7)}
  .facts{list-style:none;border-top:1px solid var(--rule)}
  .facts li{display:grid;grid-template-columns:1.9rem 6.2rem 1fr auto;gap:0 var(--s3);
  padding:.6rem 0;border-bottom:1px solid var(--rule);align-items:baseline}
  .facts li>b{font:600 var(--t2)/1 var(--serif);color:var(--soft);text-align:right}
  .facts .k small{display:block;font-weight:400;color:var(--soft);margin-left:1.25em;
  font-size:1em}
  .facts p{font:1.02rem/1.45 var(--serif)}
  .facts p+p{font:var(--t0)/1.4 var(--sans);color:var(--soft)}
  .facts .go{font-size:var(--t0);white-space:nowrap;padding:.3rem 0}
  :target{background:var(--panel);box-shadow:-.5rem 0 0 var(--panel),.5rem 0 0 var(--panel)}
  body:has(#f-del:checked) .facts li:not(.d),body:has(#f-chg:checked) .facts li:not(.c),
  body:has(#f-ins:checked) .facts li:not(.n){display:none}
  /* aligned passages */
  .pair{display:grid;grid-template-columns:1fr 1fr;gap:0 3.5rem;margin-top:var(--s4);
  padding-bottom:var(--s3)} .ttl{font:600 var(--t2)/1.3 var(--serif)}
  .ab{font:600 var(--t0)/1 var(--sans);border:1px solid currentColor;border-radius:2px;
  padding:.08em .35em;margin-right:.35em;white-space:nowrap}
  .row{display:grid;grid-template-columns:1fr 3.5rem 1fr;border-top:1px solid var(--rule);
  padding:var(--s3) 0 var(--s5)}
  .row>h3{grid-column:1/-1;display:flex;flex-wrap:wrap;align-items:baseline;gap:0 var(--s4);
  font-weight:400;font-size:var(--t0);margin-bottom:var(--s2)} .row>h3>b{font-weight:600}
  .row>h3>a{margin-left:auto;padding:.25rem 0 .25rem 1rem}
  .row .read{font-size:1.0625rem;line-height:1.58} .row .read+.read{margin-top:var(--s3)}
  .row .a{grid-column:1} .row .b{grid-column:3}
  .row .ab{font-size:.75rem;color:var(--soft);margin-right:.5em}
  .row .mvd{outline:1px dashed var(--mov);outline-offset:.4rem;margin:.4rem}
  .x{grid-column:2;width:100%;height:0;min-height:100%;color:var(--edge);overflow:visible}
  .x path{fill:none;stroke:currentColor;stroke-width:1.5;vector-effect:non-scaling-stroke}
  .x.mov{color:var(--mov)} .x.del{color:var(--del)} .x.ins{color:var(--ins)}
  .fl{transform:scaleX(-1)}
  .u{display:none} .none{color:var(--soft);font-size:var(--t0);align-self:start;
  font-style:italic}
  details{border-top:1px solid var(--rule)}
  summary{padding:.6rem 0;cursor:pointer;font-size:var(--t0)} summary b{font-weight:600}
  details>:not(summary){margin-bottom:var(--s4)}
  /* tables */
  .scroll{overflow-x:auto} table{border-collapse:collapse;width:100%;font-size:var(--t1)}
  caption{text-align:left;font-size:var(--t0);color:var(--soft);padding-bottom:var(--s2);
  max-width:72ch}
  th,td{text-align:left;vertical-align:baseline;padding:.5rem var(--s4) .5rem 0;
  border-bottom:1px solid var(--rule);font-weight:400}
  thead th{font-size:var(--t0);color:var(--soft);border-bottom:1px solid var(--edge);
  vertical-align:bottom} tbody th{font-weight:600} th.num,td.num{text-align:right}
  td:last-child,th:last-child{padding-right:0}
  tbody th .soft{font-weight:400} .half{grid-template-columns:1fr 1fr}
  .tight td,.tight th{padding-top:.28rem;padding-bottom:.28rem;font-size:var(--t0)}
  .facet{display:grid;grid-template-columns:10.5rem 1fr;gap:0 var(--s5)}
  .facet dt{padding:.55rem 0;border-bottom:1px solid var(--rule);color:var(--soft)}
  .facet dd{padding:.55rem 0;border-bottom:1px solid var(--rule)}
  .facet.one{grid-template-columns:1fr}
  .facet.one dt{border:0;padding-bottom:0;font-size:var(--t0)} .facet.one dd{padding-top:0}
  .facet dd small{display:block;color:var(--soft);font-size:var(--t0)}
  /* lists of articles */
  .arts{list-style:none} .arts>li{padding:var(--s3) 0;border-bottom:1px solid var(--rule)}
  .arts h3,.arts h3 a{font:600 var(--t2)/1.3 var(--serif);color:var(--ink)}
  .arts p{margin-top:.25rem;max-width:75ch} .kw{font:1rem/1.5 var(--serif)}
  .kw b{font-weight:600;border-bottom:2px solid var(--chg)}
  /* charts: HTML-sized, text never scales */
  .chart{display:block;width:100%;overflow:visible;font:12.5px/1 var(--sans)}
  .chart text{fill:var(--soft)} .chart .hd{fill:var(--ink);font-weight:600}
  .chart text.in{fill:var(--ink)} .chart path,.chart line{vector-effect:non-scaling-stroke}
  .g{stroke:var(--rule)} .ax{stroke:var(--edge)}
  .ln{fill:none;stroke:var(--data);stroke-width:2;stroke-linejoin:round}
  .bd{fill:var(--band);stroke:var(--data);stroke-opacity:.4}
  .ln2{fill:none;stroke:var(--data2);stroke-width:2;stroke-dasharray:7 3}
  .bd2{fill:var(--band2);stroke:var(--data2);stroke-opacity:.4} .br{fill:var(--bar)}
  .bu{fill:var(--burst)} .cp{stroke:var(--ink);stroke-dasharray:2 3}
  .usual{stroke:var(--soft);stroke-dasharray:5 4}
  .chart text.c2{fill:var(--data2);font-weight:600}
  .chart text.c1{fill:var(--data);font-weight:600}
  .halo{paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
  .mid{vertical-align:middle} .key{display:flex;flex-wrap:wrap;gap:.2rem var(--s4);
  max-width:none} .key i{display:inline-block;width:.8em;height:.8em;margin-right:.4em}
  .ht{background:repeating-linear-gradient(45deg,var(--panel) 0 3px,var(--edge) 3px 5px)}
  .spark{width:clamp(6.5rem,16vw,13rem);height:3rem;display:block;overflow:visible}
  figure{margin:var(--s4) 0} figcaption{font-size:var(--t0);color:var(--soft);
  margin-top:var(--s2);max-width:80ch}
  /* document text */
  .side{display:grid;grid-template-columns:minmax(0,1fr) 19.5rem;gap:0 var(--s7)}
  .text p{position:relative} .text p+p,.text h3+p,.text p+h3{margin-top:1.05em}
  .text h3{font:600 1.25rem/1.3 var(--serif)} .text{padding-left:3rem}
  .aux{font-size:calc(var(--t2)*.9)}
  .text .n{position:absolute;left:-3rem;width:2rem;text-align:right;
  font:var(--t0)/2.2 var(--sans);color:var(--soft)}
  .t{background:none;color:inherit;border-radius:2px;padding:.08em .1em;
  -webkit-box-decoration-break:clone;box-decoration-break:clone}
  .t::after{font:600 .62em/1 var(--sans);vertical-align:.5em;margin-left:.15em;color:var(--ink)}
  .tA{background:var(--ta)}.tA::after{content:"A"}.tB{background:var(--tb)}
  .tB::after{content:"B"}.tC{background:var(--tc)}.tC::after{content:"C"}
  .tD{background:var(--td)}.tD::after{content:"D"}
  .e{text-decoration:underline;text-underline-offset:.22em;text-decoration-color:var(--edge)}
  .ep{text-decoration-style:solid} .eo{text-decoration-style:double}
  .el{text-decoration-style:dotted;text-decoration-thickness:2px}
  .ed{text-decoration-style:dashed}
  body:has(#sA:not(:checked)) .text .tA,body:has(#sB:not(:checked)) .text .tB,
  body:has(#sC:not(:checked)) .text .tC,body:has(#sD:not(:checked)) .text .tD{background:none;
  padding:0}
  body:has(#sA:not(:checked)) .text .tA::after,body:has(#sB:not(:checked)) .text .tB::after,
  body:has(#sC:not(:checked)) .text .tC::after,
  body:has(#sD:not(:checked)) .text .tD::after{content:none}
  body:has(#ep:not(:checked)) .text .ep,body:has(#eo:not(:checked)) .text .eo,
  body:has(#el:not(:checked)) .text .el,
  body:has(#ed:not(:checked)) .text .ed{text-decoration:none}
  .foot{margin-top:var(--s7);padding:var(--s4) 0 var(--s6);border-top:2px solid var(--ink);
  font-size:var(--t0);color:var(--soft)} .foot p{max-width:84ch}
  code{font:.92em var(--mono);overflow-wrap:anywhere}
  @media (max-width:900px){
    :root{--t5:1.9rem;--t3:1.25rem}
    .two,.half,.side,.pair{grid-template-columns:minmax(0,1fr);gap:var(--s4)}
    .row{grid-template-columns:1.5rem 1fr} .row>h3>a{margin-left:0;padding-left:0}
    .row .a,.row .b,.row .u,.row .none{grid-column:2} .row .a{margin-bottom:var(--s3)}
    .row .x{display:none} .row .a,.row .b{position:relative}
    .row .a::before,.row .b::before{content:"";position:absolute;left:-1rem;top:.4rem;
    bottom:.4rem;border-left:3px double var(--edge)}
    .row .b::before{border-left:3px solid var(--ins)}
    .row:has(.u) :is(.a,.b){display:none} .row .u{display:block}
    .mast span{margin-left:0;width:100%}
  }
  @media (max-width:560px){
    .facts li{grid-template-columns:1.9rem 1fr auto}
    .facts .k small{display:inline;margin-left:.4em} .facts li>div{grid-column:2/-1}
    .facts .go{grid-row:1;grid-column:3} .opt{display:none}
    .tight :is(td,th){padding-right:.55rem} .tight .num{white-space:nowrap}
    .facet{grid-template-columns:1fr} .facet dt{border:0;padding-bottom:0}
    .facet dd{padding-top:.1rem} .keys{grid-template-columns:1fr 1fr} .text{padding-left:1.9rem}
    .aux{font-size:calc(var(--t2)*.9)} .text .n{left:-1.9rem;width:1.3rem}
    .stack thead{display:none} .stack tr{display:block;border-bottom:1px solid var(--rule);
    padding:var(--s2) 0} .stack td,.stack th{display:block;border:0;padding:.1rem 0;
    text-align:left!important} .tight.stack td{display:inline-block;padding-right:.9rem!important}
    .stack [data-l]::before{content:attr(data-l) ": ";
    color:var(--soft)}
  }
  @media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
  @page{margin:16mm 15mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);
  font:8pt sans-serif}}
  @media print{
    :root{--t5:20pt;--t4:15pt;--t3:13pt;--t2:10.5pt;--t1:9pt;--t0:8pt;--paper:#fff;--s7:1.6rem}
    body{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    .wrap{max-width:none;padding:0} .mast ul,.sw,.skip,.pts,.az,.row>h3>a{display:none}
    a{color:inherit;text-decoration:none}
    .read a[href^=http]::after{content:" (" attr(href) ")";font-size:.85em}
    .row .read{font-size:10pt;line-height:1.45}
    h2,h3,summary,thead,.note,figure+.note{break-after:avoid}
    figure,.facts li,.keys,tr,.arts>li{break-inside:avoid} .row{grid-template-columns:1rem 1fr}
    .two,.side{display:block} .keys{grid-template-columns:repeat(auto-fit,minmax(6.2rem,1fr))}
    .row .a,.row .b,.row .u{grid-column:2} .row .x{display:none} .row .a{margin-bottom:.5rem}
    .row:has(.u) :is(.a,.b){display:none} .row .u{display:block}
    ::details-content{content-visibility:visible;block-size:auto;display:block}
    .facet{display:block}
  }
  /* Variorum's own additions to the reference */
  .plot{position:relative} .plot .pts{position:absolute;inset:20px 0 auto;height:342px;display:flex}
  .pts a{flex:1 1 0;min-width:0} .pts a:hover{background:var(--edge);opacity:.22}
  .mv{fill:none;stroke:var(--data2);stroke-width:1.5;stroke-dasharray:1 3;stroke-linecap:round}
  .read-out{list-style:none;max-width:75ch} .read-out li{padding:var(--s2) 0}
  .az{display:flex;flex-wrap:wrap;gap:0 var(--s3);font-size:var(--t1);list-style:none}
  .az a{display:inline-block;min-width:1.5rem;padding:.3rem 0;text-align:center}
  .cols{columns:18rem auto;column-gap:var(--s6);list-style:none}
  .cols li{padding:.2rem 0;break-inside:avoid}
  .cols a{display:inline-block;padding:.1rem 0}
  .bk>summary{display:flex;gap:var(--s3);align-items:baseline;font-size:var(--t1)}
  .bk>summary::before{content:"+" / "";color:var(--soft);width:.8em;flex:none}
  .bk[open]>summary::before{content:"−" / ""}
  .bk .arts>li:last-child{border-bottom:0}
  .k.rew{color:var(--soft)} .k.rew::before{content:"≈" / ""}
  .arts .meta{font-size:var(--t0);color:var(--soft)}
  .wide{overflow-wrap:anywhere}
  .chart.bar rect{stroke:var(--paper);stroke-width:1.5}
  .state{white-space:nowrap}
  """#
