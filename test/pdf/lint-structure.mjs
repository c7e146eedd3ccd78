import { join } from 'node:path';

const { PdfFile } = await import(join(import.meta.dirname, '..', '..', 'dist', 'libs', 'pdf', 'src', 'index.js'));

/**
 * What veraPDF does not look at: tables whose rows have unequal cells or no headers, headings that skip, pictures without words,
 * and an order of reading that is not the order on the page. Answers one sentence for each fault.
 */
export function structureFaults(bytes) {
  const file = new PdfFile(bytes);
  const tree = readTree(file);
  return [...tableFaults(tree), ...headingFaults(tree), ...wordFaults(tree), ...orderFaults(tree)];
}

const nameOf = (value) => value?.name ?? null;
const listOf = (value) => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);

/** The structure as plain nodes: role, attributes, alternative text, and what of which page is its own. */
function readTree(file) {
  const pages = new Map(file.pageIds().map((id, at) => [id, at + 1]));
  const pageOf = (reference) => (reference === undefined ? null : (pages.get(reference.id) ?? null));
  const read = (value, page) => {
    const own = file.dictionary(value);
    const at = pageOf(own.get('Pg')) ?? page;
    const kids = listOf(file.resolved(own.get('K')));
    const node = { role: nameOf(file.resolved(own.get('S'))), attributes: attributesOf(file, own), alt: own.get('Alt'), marks: [], children: [] };
    for (const kid of kids) {
      const resolved = file.resolved(kid);
      if (typeof resolved === 'number') node.marks.push({ page: at, id: resolved });
      else if (resolved.get('MCID') !== undefined) node.marks.push({ page: pageOf(resolved.get('Pg')) ?? at, id: file.resolved(resolved.get('MCID')) });
      else if (resolved.get('S') !== undefined) node.children.push(read(kid, at));
      if (typeof resolved === 'number' || resolved.get('S') === undefined) continue;
      node.marks.push(...node.children.at(-1).marks);
    }
    return node;
  };
  const root = file.dictionary(file.catalogue.get('StructTreeRoot'));
  return listOf(file.resolved(root.get('K'))).map((kid) => read(kid, null));
}

function attributesOf(file, own) {
  const entries = listOf(file.resolved(own.get('A'))).flatMap((each) => [...file.dictionary(each)]);
  return new Map(entries.map(([key, value]) => [key, file.resolved(value)]));
}

const all = (nodes, role) => nodes.flatMap((node) => [...(node.role === role ? [node] : []), ...all(node.children, role)]);

function tableFaults(tree) {
  return all(tree, 'Table').flatMap((table, at) => {
    const rows = all([table], 'TR');
    const faults = [];
    const say = (text) => faults.push(`table ${at + 1}: ${text}`);
    if (rows.length === 0) say('has no rows');
    const widths = widthsOf(rows);
    if (new Set(widths).size > 1) say(`rows have ${[...new Set(widths)].join(', ')} cells`);
    const headers = all([table], 'TH');
    if (headers.length === 0) say('has no headers');
    if (headers.some(({ attributes }) => nameOf(attributes.get('Scope')) === null)) say('has a header without a scope');
    if (rows.some(({ children }) => children.length === 0 || children.some(({ role }) => role !== 'TH' && role !== 'TD'))) say('has a row that is not of cells');
    return faults;
  });
}

/** How many columns each row fills, with the cells that reach down into it. */
function widthsOf(rows) {
  let reaching = [];
  return rows.map(({ children }) => {
    const spans = children.map(({ attributes }) => ({ columns: attributes.get('ColSpan') ?? 1, rows: attributes.get('RowSpan') ?? 1 }));
    const width = [...reaching, ...spans].reduce((sum, { columns }) => sum + columns, 0);
    reaching = [...reaching, ...spans].map((span) => ({ ...span, rows: span.rows - 1 })).filter((span) => span.rows > 0);
    return width;
  });
}

function headingFaults(tree) {
  const levels = [];
  const walk = ({ role, children }) => {
    const level = /^H([1-6])$/.exec(role ?? '')?.[1];
    if (level !== undefined) levels.push(Number(level));
    children.forEach(walk);
  };
  tree.forEach(walk);
  return [
    ...(levels.filter((level) => level === 1).length === 1 ? [] : ['there is not one first heading']),
    ...levels.flatMap((level, at) => (level - (levels[at - 1] ?? 0) > 1 ? [`a heading of level ${level} follows one of level ${levels[at - 1] ?? 0}`] : [])),
  ];
}

const wordFaults = (tree) => ['Figure', 'Form'].flatMap((role) => all(tree, role).flatMap(({ alt }) => (alt === undefined ? [`a ${role} has no words`] : [])));

/** Marks are numbered as they are drawn: who reads along the structure must not jump back on a page. */
function orderFaults(tree) {
  const last = new Map();
  const faults = [];
  const walk = (node) => {
    const own = node.children.length === 0 ? node.marks : [];
    for (const { page, id } of own) {
      if (id < (last.get(page) ?? -1)) faults.push(`page ${page}: ${node.role} (${id}) is read after what stands below it (${last.get(page)})`);
      last.set(page, Math.max(id, last.get(page) ?? -1));
    }
    node.children.forEach(walk);
  };
  tree.forEach(walk);
  return faults;
}
