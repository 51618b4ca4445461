// Search over the index beside the page. The lists below it hold the same without this file.
"use strict";
(() => {
  const field = document.getElementById("query");
  const status = document.getElementById("search-status");
  const results = document.getElementById("search-results");
  const lists = document.getElementById("a-z");
  if (!field || !status || !results || !lists) return;
  document.getElementById("search").classList.add("is-ready");

  const limit = 50;
  const parts = new Map();
  const waiting = new Map();

  // The files of the index are calls of this function.
  window.broadsheetSearch = (name, value) => parts.set(name, value);

  const load = (name) => {
    if (parts.has(name)) return Promise.resolve();
    if (!waiting.has(name)) {
      waiting.set(name, new Promise((done) => {
        const script = document.createElement("script");
        script.src = `search/${name}.js`;
        script.onload = done;
        script.onerror = () => { waiting.delete(name); done(); };
        document.head.append(script);
      }));
    }
    return waiting.get(name);
  };

  const words = (text) => text
    .replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ").normalize("NFD").replace(/\p{Mn}/gu, "")
    .toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const shard = (word) => /^[a-z]/.test(word) ? word[0] : /^[0-9]/.test(word) ? "0" : "other";
  const matches = (wanted, text) => {
    const own = words(text);
    return wanted.every((word) => own.some((other) => other.startsWith(word)));
  };

  const numbers = (ranges) => ranges.split(" ").flatMap((range) => {
    const [first, last = first] = range.split("-").map(Number);
    return Array.from({ length: last - first + 1 }, (_, step) => first + step);
  });

  // Pages of a year: the periods of each model are written as ranges of their places in the list.
  const reports = (year, titles) => {
    const page = (kind, rank, id, place, lead, folder) => {
      const [name, title, dates] = year.periods[place];
      return {
        kind, rank, note: dates, name: `${lead}${titles.get(id)}, ${title}`,
        text: `${kind} ${lead} ${titles.get(id)} ${id} ${title} ${name} ${dates}`,
        links: [[null, `${id}/${name}/${folder}index.html`]],
      };
    };
    return [
      ...year.models.flatMap(([id, places]) =>
        numbers(places).map((place) => page("Report", 3, id, place, "", ""))),
      ...year.reviews.map(([name, title, dates]) => ({
        kind: "Review", rank: 4, note: dates, name: `Review of ${title}`,
        text: `Review ${title} ${name} ${dates}`, links: [[null, `review/${name}/index.html`]],
      })),
      ...year.packs.flatMap(([id, pack, title, places]) =>
        numbers(places).map((place) =>
          page("Compliance pack", 5, id, place, `${title}: `, `packs/${pack}/`))),
      ...year.revisions.flatMap(([id, place, list]) =>
        numbers(list).map((number) =>
          page("Earlier revision", 6, id, place, `Revision ${number} of `, `revisions/${number}/`))),
    ].reverse();
  };

  const root = document.querySelector(".masthead-title a").getAttribute("href")
    .replace(/index\.html$/, "");

  const entry = ([kind, name, ...rest], models, anchor) => {
    if (kind === "column") {
      const links = rest.filter((id) => models.get(id)?.[3])
        .map((id) => [models.get(id)[1], `${id}/${models.get(id)[3]}/index.html#${anchor}`]);
      return { kind: "Column", name, rank: 1, text: name, links };
    }
    const label = kind === "term" ? "Word" : "Measure";
    return {
      kind: label, name, rank: 2, text: `${name} ${rest[0]}`,
      links: [[null, `${root}methodology/index.html#${rest[1]}`]],
    };
  };

  const candidates = async (wanted) => {
    const { models, columns, letters, pages, years } = parts.get("directory");
    const known = new Map(models.map((model) => [model[0], model]));
    const titles = new Map(models.map((model) => [model[0], model[1]]));
    const named = wanted.filter((word) => years.includes(word));
    // A single word is mostly a name; more words look for a report, which may be an old one.
    const chosen = named.length > 0 ? named : years.slice(wanted.length > 1 ? -10 : -1);
    const shards = [...new Set(wanted.map(shard))].filter((letter) => letters.includes(letter));
    await Promise.all([...shards, ...chosen].map(load));
    const isRole = years.length > 0 || columns !== "";
    const found = models.map(([id, title, latest]) => ({
      kind: "Model", name: title, rank: 0, text: `${title} ${id}`,
      links: isRole
        ? [[null, `${id}/index.html`], ...(latest ? [["latest report", `${id}/${latest}/index.html`]] : [])]
        : [[null, `index.html#model-${id}`]],
    }));
    for (const [name, address] of pages) {
      found.push({ kind: "Page", name, rank: 2, text: name, links: [[null, root + address]] });
    }
    const seen = new Set();
    for (const letter of shards) {
      for (const row of parts.get(letter) ?? []) {
        if (seen.has(row.join("\n"))) continue;
        seen.add(row.join("\n"));
        found.push(entry(row, known, columns));
      }
    }
    for (const year of [...chosen].reverse()) if (parts.has(year)) found.push(...reports(parts.get(year), titles));
    return found;
  };

  const anchor = (words, address) => {
    const link = document.createElement("a");
    link.href = address;
    link.textContent = words;
    return link;
  };

  const show = (item) => {
    const line = document.createElement("li");
    const kind = document.createElement("span");
    kind.className = "note";
    kind.textContent = item.note ? `${item.kind}, ${item.note}` : item.kind;
    const [first, ...rest] = item.links;
    if (first?.[0] === null) line.append(anchor(item.name, first[1]), " ", kind);
    else line.append(`${item.name} `, kind);
    for (const [title, address] of first?.[0] === null ? rest : item.links) {
      line.append(" ", anchor(title, address));
    }
    return line;
  };

  let latest = 0;
  const search = async () => {
    const query = field.value.trim();
    const wanted = words(query);
    latest += 1;
    const mine = latest;
    lists.hidden = wanted.length > 0;
    if (wanted.length === 0) {
      results.replaceChildren();
      status.textContent = "";
      return;
    }
    await load("directory");
    if (!parts.has("directory")) {
      status.textContent = "The index could not be loaded. The lists below hold the same.";
      lists.hidden = false;
      return;
    }
    const all = await candidates(wanted);
    if (mine !== latest) return;
    const exact = wanted.join(" ");
    // A name that is all that was asked for comes before everything, and whole words of a title before
    // their beginnings and before dates: "week 1" before "week 14" and before the week of 1 July.
    const score = (item) => {
      if (words(item.name).join(" ") === exact) return item.rank - 10;
      const own = new Set(words(item.text.replace(item.note ?? "", "")));
      return item.rank - (wanted.every((word) => own.has(word)) ? 0.5 : 0);
    };
    const found = all.filter((item) => matches(wanted, item.text))
      .map((item) => ({ item, place: score(item) }))
      .sort((one, other) => one.place - other.place).map(({ item }) => item);
    results.replaceChildren(...found.slice(0, limit).map(show));
    if (found.length === 0) {
      // The lists may have it under another name.
      const { columns, years } = parts.get("directory");
      const kinds = ["models", ...(columns === "" ? [] : ["columns"]), "measures", "words", "pages"];
      const reports = years.length > 0 ? ", and reports by model, week, month and year" : "";
      status.textContent = `Nothing is called “${query}”. What can be found are the names of ${kinds.join(", ")}${reports}; figures and sentences cannot. All names stand below.`;
      lists.hidden = false;
      results.replaceChildren();
      history.replaceState(null, "", `#q=${encodeURIComponent(query)}`);
      return;
    }
    const count = found.length === 1 ? "1 result" : `${found.length.toLocaleString("en")} results`;
    const { years } = parts.get("directory");
    const older = wanted.length === 1 && years.length > 1 && !years.includes(wanted[0])
      ? ` Reports are of ${years.at(-1)}; add a year from ${years[0]} on for others.` : "";
    const cut = found.length > limit ? ` The first ${limit} are shown; add a word to narrow them.` : "";
    status.textContent = `${count} for “${query}”.${cut}${older}`;
    history.replaceState(null, "", `#q=${encodeURIComponent(query)}`);
  };

  const given = /^#q=(.*)$/.exec(location.hash);
  if (given) field.value = decodeURIComponent(given[1]);
  field.addEventListener("input", search);
  if (field.value !== "") search();
  field.focus({ preventScroll: true });
})();
