import type { CompactDocument } from './compact-document.js';
import type { Reference } from './pdfkit-core.js';
import { addContent, endElement, type ElementAttributes, type ElementType, type StructElement } from './structure.js';

/** The structure tree of a document, and the table that leads from pages and links back to their elements. */
interface StructureTree {
  readonly top: StructElement;
  create(parent: Reference, type: ElementType, attributes?: ElementAttributes): StructElement;
  /** Reserves the next mark of the current page for an element and returns it. */
  mark(element: StructElement): number;
  /** Writes down which element each mark of the current page belongs to. */
  endPage(): void;
  /** Ties an annotation to an element and returns the key it has to carry. */
  tie(element: StructElement): number;
  close(): void;
}

/** Keeps the tree itself: pdfkit's holds every element until the end and costs four times the memory. */
export function structureTree(document: CompactDocument): StructureTree {
  const root = document.ref({ Type: 'StructTreeRoot' });
  document._root.data['StructTreeRoot'] = root;
  document._root.data['MarkInfo'] = document.ref({ Marked: true });
  const numbers: unknown[] = [];
  let owners: Reference[] = [];
  let nextKey = 0;
  const register = (target: Reference): number => {
    numbers.push(nextKey, target);
    nextKey += 1;
    return nextKey - 1;
  };
  const create: StructureTree['create'] = (parent, type, attributes = {}) => ({
    type,
    parent,
    attributes,
    reference: document.ref({}),
    kids: [],
    page: undefined,
    ended: false,
  });
  const top = create(root, 'Document');
  const endPage = (): void => {
    if (owners.length === 0) return;
    const list = document.ref({});
    list.data = owners as unknown as Record<string, unknown>;
    owners = [];
    document.page.dictionary.data['StructParents'] = register(list);
    list.end();
  };
  return {
    top,
    create,
    mark(element) {
      addContent(element, document.page.dictionary, owners.length);
      return owners.push(element.reference) - 1;
    },
    endPage,
    tie: (element) => register(element.reference),
    close() {
      endPage();
      endElement(top);
      const tree = document.ref({ Nums: numbers });
      tree.end();
      Object.assign(root.data, { K: [top.reference], ParentTree: tree, ParentTreeNextKey: nextKey });
    },
  };
}
