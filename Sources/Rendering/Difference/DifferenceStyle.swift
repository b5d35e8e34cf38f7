/// How the page of a difference looks: in light and dark, on a wide screen, a phone and paper.
enum DifferenceStyle {
    static let text = """
        :root{--ink:#1c2733;--dim:#586676;--page:#f4f6f8;--card:#fff;--line:#d9e0e7;--link:#0b5cad;\
        --gone:#a3231b;--gone-back:#fdeceb;--gone-word:#fbc9c5;--new:#12622b;--new-back:#e9f7ed;--new-word:#b5e6c3;\
        --note:#8a5300;--note-back:#fff3dc}
        @media (prefers-color-scheme:dark){:root{--ink:#e4eaf0;--dim:#9fb0c0;--page:#12181f;--card:#1a222b;\
        --line:#33404d;--link:#7db9f5;--gone:#ffb1ab;--gone-back:#35201f;--gone-word:#6e2b27;--new:#9be3b1;\
        --new-back:#183023;--new-word:#1f5a36;--note:#f3c877;--note-back:#3a2d12}}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:75rem;padding:1.5rem 1rem 4rem;background:var(--page);color:var(--ink);\
        font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;\
        overflow-wrap:anywhere}
        h1{font-size:1.7rem;line-height:1.25;margin:0 0 .5rem}
        h2{font-size:1.2rem;line-height:1.35;margin:0 0 .35rem}
        h3{font-size:1rem;margin:1.2rem 0 .4rem}
        p{margin:.4rem 0}
        a{color:var(--link)}
        code{font:.9em ui-monospace,"SFMono-Regular",Menlo,Consolas,"Liberation Mono",monospace}
        :focus-visible{outline:3px solid var(--link);outline-offset:2px}
        .skip{position:absolute;left:-999px}.skip:focus{position:static}
        .dim,small{color:var(--dim);font-weight:normal}
        small{display:block;font-size:.82rem}
        .versions span{display:inline-block;margin-right:1.5rem}
        .key{color:var(--dim);font-size:.95rem}
        nav{margin:1rem 0}nav ol{margin:.5rem 0;padding-left:1.8rem;columns:2;column-gap:2rem}nav li{break-inside:avoid}
        summary{cursor:pointer;font-weight:600;padding:.25rem 0}
        section,.layout,nav details{background:var(--card);border:1px solid var(--line);border-radius:10px;\
        padding:1rem 1.1rem;margin:1rem 0}
        .what{color:var(--dim);font-size:.93rem}
        .badge{display:inline-block;border-radius:99px;padding:.05rem .6rem;margin-right:.35rem;font-size:.85rem;\
        font-weight:600;background:var(--note-back);color:var(--note)}
        .badge.added,.badge.unaffected{background:var(--new-back);color:var(--new)}
        .badge.removed,.badge.retired,.badge.affected{background:var(--gone-back);color:var(--gone)}
        table{border-collapse:collapse;width:100%;margin:.7rem 0 .2rem}
        .sides{table-layout:fixed}
        .sides thead th:first-child{width:17%}
        .half thead th:first-child{width:25%}
        th,td{text-align:left;vertical-align:top;padding:.5rem .65rem;border-top:1px solid var(--line)}
        thead th{border-top:0;color:var(--dim);font-size:.82rem;font-weight:600;padding-top:0}
        tbody th{font-weight:600;font-size:.92rem}
        td div{white-space:pre-line}
        td.code div{white-space:pre-wrap;font:.87rem/1.5 ui-monospace,Menlo,Consolas,"Liberation Mono",monospace}
        .sides td.removed{background:var(--gone-back)}
        .sides td.added{background:var(--new-back)}
        .sides td+td{border-left:3px solid var(--card)}
        .none{color:var(--dim)}
        del{background:var(--gone-word);color:var(--gone);text-decoration:line-through;text-decoration-thickness:1px;\
        border-radius:3px;padding:0 1px}
        ins{background:var(--new-word);color:var(--new);text-decoration:underline;text-underline-offset:3px;\
        text-decoration-thickness:1px;border-radius:3px;padding:0 1px}
        .told{border-top:1px solid var(--line);margin-top:.9rem;padding-top:.4rem}
        .pair{display:grid;grid-template-columns:1fr 1fr;gap:.6rem;margin:.5rem 0}
        .pair div{border-radius:8px;padding:.5rem .75rem}
        .pair .removed{background:var(--gone-back)}.pair .added{background:var(--new-back)}
        dt{font-size:.82rem;font-weight:600;color:var(--dim)}dd{margin:0}
        .fact{border-bottom:1px dotted currentColor}
        .more{color:var(--note)}
        .picture>div{overflow-x:auto;background:#fff;border-radius:8px;padding:.5rem}
        .picture img{display:block;max-width:100%;height:auto;margin:0 auto}
        @media (max-width:44rem){
        body{padding:1rem .6rem 3rem}
        nav ol{columns:1}
        section,.layout,nav details{padding:.8rem .75rem}
        .pair{grid-template-columns:1fr}
        table,tbody,tr,td,tbody th{display:block;width:100%}
        thead{position:absolute;left:-999px}
        tr{border-top:1px solid var(--line);padding:.5rem 0}
        th,td{border-top:0;padding:.3rem .5rem}
        .sides td+td{border-left:0;margin-top:3px}
        td{border-radius:6px}
        td[data-side]::before{content:attr(data-side);display:block;font-size:.78rem;font-weight:600;color:var(--dim)}
        td.none{display:none}
        .picture img{max-width:none}
        }
        @media print{body{background:#fff;max-width:none;padding:0}section{break-inside:avoid-page}.skip,nav{display:none}}
        """
}
