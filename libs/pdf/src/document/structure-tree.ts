import type { CompactDocument } from './compact-document.js';
import { addContent, attributesOr, endedElement, type ElementAttributes, type ElementType, type StructElement } from './structure.js';
import type { LineCell } from './surface.js';
import { arrayOf, referTo, Verbatim } from './syntax.js';

/** The structure tree of a document, and the table that leads from pages and links back to their elements. */
interface StructureTree {
  readonly top: StructElement;
  create(parentId: number, type: ElementType, attributes?: ElementAttributes): StructElement;
  /** Writes the element into the file; nothing can be added afterwards. */
  end(element: StructElement): void;
  /**
   * Writes a row with its cells; `paint` is asked to paint each cell that has content under the mark it is given. Nothing of
   * them is kept, and their numbers follow each other, which makes them cheap to refer to.
   */
  row(section: StructElement, cells: readonly LineCell[], paint: (cell: LineCell, mark: number) => void): void;
  /** Reserves the next mark of the current page for an element and returns it. */
  mark(element: StructElement): number;
  /** Writes down which element each mark of the current page belongs to. */
  endPage(): void;
  /** Ties an annotation to an element and returns the key it has to carry. */
  tie(element: StructElement): number;
  close(): void;
}

/** Keeps the tree itself, as numbers: pdfkit's holds every element until the end and costs many times the memory. */
export function structureTree(document: CompactDocument): StructureTree {
  const root = document.ref({ Type: 'StructTreeRoot' });
  document._root.data['StructTreeRoot'] = root;
  document._root.data['MarkInfo'] = document.ref({ Marked: true });
  const targets: number[] = [];
  let owners: number[] = [];
  const register = (id: number): number => targets.push(id) - 1;
  const create: StructureTree['create'] = (parentId, type, attributes) => {
    const id = document.reserve();
    return { type, id, parentId, attributes: attributesOr(attributes), kids: [], page: undefined, ended: false };
  };
  const end = (element: StructElement): void => document.put(element.id, endedElement(element));
  const top = create(root.id, 'Document');
  const endPage = (): void => {
    if (owners.length === 0) return;
    const list = document.reserve();
    document.page.dictionary.data['StructParents'] = register(list);
    const out = document.object(list).text('[');
    for (const owner of owners) out.integer(owner).text(' 0 R ');
    out.text(']\n');
    owners = [];
  };
  const writeCell = (id: number, row: number, cell: LineCell, mark: number | undefined): void => {
    const out = document.object(id).text(cell.header ? '<</S/TH/A<</O/Table/Scope/Row>>/P ' : '<</S/TD/P ').integer(row);
    if (mark !== undefined) out.text(' 0 R/Pg ').integer(document.page.dictionary.id).text(' 0 R/K ').integer(mark).text('>>\n');
    else out.text(' 0 R>>\n');
  };
  const row: StructureTree['row'] = (section, cells, paint) => {
    const id = document.reserve(cells.length + 1);
    section.kids.push(referTo(id));
    const out = document.object(id).text('<</S/TR/P ').integer(section.id).text(' 0 R/K[');
    cells.forEach((_, at) => out.integer(id + 1 + at).text(' 0 R '));
    out.text(']>>\n');
    cells.forEach((cell, at) => {
      const marked = cell.line !== undefined;
      const mark = owners.length;
      writeCell(id + 1 + at, id, cell, marked ? mark : undefined);
      if (!marked) return;
      owners.push(id + 1 + at);
      paint(cell, mark);
    });
  };
  return {
    top,
    create,
    end,
    row,
    mark(element) {
      addContent(element, document.page.dictionary, owners.length);
      return owners.push(element.id) - 1;
    },
    endPage,
    tie: (element) => register(element.id),
    close() {
      endPage();
      end(top);
      const tree = document.reserve();
      document.put(tree, `<<\n/Nums ${arrayOf(targets.map((id, key) => `${key} ${referTo(id)}`))}\n>>`);
      Object.assign(root.data, { K: new Verbatim(`[${referTo(top.id)}]`), ParentTree: new Verbatim(referTo(tree)), ParentTreeNextKey: targets.length });
    },
  };
}
