// Sorting, filtering, appearance. Every page is complete without this file.
"use strict";
(() => {
  const number = (text) => {
    const plain = text.replace(/,/g, "").replace(/\u2212/g, "-").trim();
    const match = /^[+-]?\d+(\.\d+)?/.exec(plain);
    return match ? Number(match[0]) : null;
  };

  const compare = (left, right) => {
    const [a, b] = [number(left), number(right)];
    if (a !== null && b !== null) return a - b || left.localeCompare(right, "en");
    if (a !== null || b !== null) return a !== null ? -1 : 1;
    return left.localeCompare(right, "en");
  };

  const key = (cell) => cell.querySelector("time")?.dateTime ?? cell.textContent;

  const sort = (table, column, header) => {
    const body = table.tBodies[0];
    const descending = header.getAttribute("aria-sort") === "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", descending ? "descending" : "ascending");
    const rows = [...body.rows].map((row, place) => ({ row, place }));
    rows.sort((one, other) => {
      const order = compare(key(one.row.cells[column]), key(other.row.cells[column]));
      return (descending ? -order : order) || one.place - other.place;
    });
    body.append(...rows.map((item) => item.row));
  };

  const prepareSorting = (table) => {
    if (!table.tHead || !table.tBodies[0] || table.tBodies[0].rows.length < 5) return;
    [...table.tHead.rows[0].cells].forEach((header, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...header.childNodes);
      button.addEventListener("click", () => sort(table, column, header));
      header.append(button);
    });
  };

  // One field for all models of a page, whichever list or table they stand in.
  const prepareFilter = () => {
    const items = [...document.querySelectorAll(".card, .entry, .compact > li, .models tbody > tr")];
    const first = document.querySelector(".standing-group, .entries")?.closest("section");
    if (items.length < 6 || !first) return;
    const label = document.createElement("label");
    label.className = "filter";
    label.append("Show only lines with ");
    const field = document.createElement("input");
    field.type = "search";
    const found = document.createElement("output");
    label.append(field, " ", found);
    const texts = items.map((item) => item.textContent.toLowerCase());
    field.addEventListener("input", () => {
      const wanted = field.value.toLowerCase().trim();
      let count = 0;
      items.forEach((item, place) => {
        item.hidden = !texts[place].includes(wanted);
        if (!item.hidden) count += 1;
      });
      for (const group of document.querySelectorAll(".standing-group")) {
        group.hidden = items.every((item) => item.hidden || !group.contains(item));
      }
      found.textContent = wanted ? `${count} of ${items.length}` : "";
    });
    first.before(label);
  };

  // Light or dark by choice; the page applies what was kept before it is painted.
  const prepareAppearance = (field) => {
    const root = document.documentElement;
    field.value = root.dataset.theme ?? "";
    field.addEventListener("change", () => {
      if (field.value === "") delete root.dataset.theme;
      else root.dataset.theme = field.value;
      try {
        if (field.value === "") localStorage.removeItem("broadsheet-theme");
        else localStorage.setItem("broadsheet-theme", field.value);
      } catch {
        // Without storage the choice holds for this page.
      }
    });
  };

  // What stands at the top of printed pages.
  document.documentElement.style.setProperty("--running-head", JSON.stringify(document.title));

  document.querySelectorAll(".tools select").forEach(prepareAppearance);
  document.querySelectorAll("main table").forEach(prepareSorting);
  prepareFilter();
})();
