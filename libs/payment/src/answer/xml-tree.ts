import { parseXml } from '#libs/sheet';

/** An element by its local name, with the text in it and the elements in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface Growing {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Growing[];
  text: string;
}

/** Reads a message of a bank. Throws a plain Error for anything that is not well-formed; a document type is refused, so no entity can be declared. */
export async function readXmlTree(content: string): Promise<XmlElement> {
  const top: Growing = { name: '', attributes: {}, children: [], text: '' };
  const open: Growing[] = [top];
  await parseXml(Buffer.from(content, 'utf8'), {
    open(name, attributes) {
      const element: Growing = { name, attributes, children: [], text: '' };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    close() {
      open.pop();
    },
    text(text) {
      const element = open.at(-1);
      if (element !== undefined) element.text += text;
    },
  });
  const root = top.children[0];
  if (root === undefined) throw new Error('the document is empty');
  return root;
}

/** Every element that `path` leads to, from `element` down. */
export function allAt(element: XmlElement, ...path: readonly string[]): readonly XmlElement[] {
  return path.reduce<readonly XmlElement[]>((found, name) => found.flatMap(({ children }) => children.filter((child) => child.name === name)), [element]);
}

/** The text at the first place that `path` leads to, without the space around it; null where there is none. */
export function textAt(element: XmlElement, ...path: readonly string[]): string | null {
  const text = allAt(element, ...path)[0]?.text.trim() ?? '';
  return text === '' ? null : text;
}
