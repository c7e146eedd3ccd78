import type { DocumentMeta } from '../document-types.js';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Characters XML 1.0 does not allow at all. */
const ILLEGAL =
  // eslint-disable-next-line no-control-regex -- control characters are exactly what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Escapes text for XML. pdfkit does not, and one ampersand in a title then voids the whole metadata. */
export function escapeXml(text: string): string {
  return text.replace(ILLEGAL, '').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

const BATON = 'urn:baton:report:1.0#';

interface SchemaProperty {
  readonly name: string;
  readonly type: 'Integer' | 'Text';
  readonly category: 'internal' | 'external';
  readonly description: string;
}

/** PDF/A wants every property outside the standard namespaces declared in the file itself (ISO 19005-3, 6.6.2.3). */
function extensionSchema(title: string, namespace: string, prefix: string, properties: readonly SchemaProperty[]): string {
  const list = properties
    .map(
      ({ name, type, category, description }) =>
        `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${name}</pdfaProperty:name><pdfaProperty:valueType>${type}</pdfaProperty:valueType>` +
        `<pdfaProperty:category>${category}</pdfaProperty:category><pdfaProperty:description>${description}</pdfaProperty:description></rdf:li>`,
    )
    .join('');
  return (
    `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>${title}</pdfaSchema:schema><pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI>` +
    `<pdfaSchema:prefix>${prefix}</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>${list}</rdf:Seq></pdfaSchema:property></rdf:li>`
  );
}

const EXTENSIONS =
  extensionSchema('PDF/UA identification', 'http://www.aiim.org/pdfua/ns/id/', 'pdfuaid', [
    { name: 'part', type: 'Integer', category: 'internal', description: 'Part of ISO 14289 the file conforms to' },
  ]) +
  extensionSchema('Baton report', BATON, 'baton', [
    { name: 'documentNumber', type: 'Text', category: 'external', description: 'Number of the document' },
    { name: 'securityMark', type: 'Text', category: 'external', description: 'Disclosure class printed on the document' },
    { name: 'dataSha256', type: 'Text', category: 'external', description: 'SHA-256 of the canonical data the document was made from' },
    { name: 'layout', type: 'Integer', category: 'internal', description: 'Version of the layout the document is set with' },
  ]);

/** The instant as XMP writes it, in UTC and without fractions. */
export function xmpInstant(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}

/** What the file says about itself: Dublin Core, PDF/UA-1 identification and our own properties (pdfkit adds PDF/A's). */
export function xmpDescription(meta: DocumentMeta, producer: string): string {
  const instant = xmpInstant(meta.createdAt);
  const alternative = (text: string): string => `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;
  const bag = (items: readonly string[]): string =>
    `<rdf:Bag>${items.map((item) => `<rdf:li>${escapeXml(item)}</rdf:li>`).join('')}</rdf:Bag>`;
  return [
    `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:baton="${BATON}">`,
    `<xmp:CreateDate>${instant}</xmp:CreateDate><xmp:ModifyDate>${instant}</xmp:ModifyDate><xmp:MetadataDate>${instant}</xmp:MetadataDate>`,
    `<xmp:CreatorTool>${escapeXml(producer)}</xmp:CreatorTool><pdf:Producer>${escapeXml(producer)}</pdf:Producer>`,
    `<pdf:Keywords>${escapeXml(meta.keywords.join(', '))}</pdf:Keywords>`,
    `<dc:format>application/pdf</dc:format><dc:language>${bag([meta.language])}</dc:language>`,
    `<dc:title>${alternative(meta.title)}</dc:title><dc:description>${alternative(meta.subject)}</dc:description>`,
    `<dc:creator><rdf:Seq><rdf:li>${escapeXml(meta.author)}</rdf:li></rdf:Seq></dc:creator>`,
    ...(meta.keywords.length > 0 ? [`<dc:subject>${bag(meta.keywords)}</dc:subject>`] : []),
    '<pdfuaid:part>1</pdfuaid:part>',
    `<baton:documentNumber>${escapeXml(meta.number)}</baton:documentNumber><baton:securityMark>${escapeXml(meta.securityMark)}</baton:securityMark>`,
    `<baton:dataSha256>${escapeXml(meta.dataSha256)}</baton:dataSha256>`,
    ...(meta.layout === undefined ? [] : [`<baton:layout>${meta.layout}</baton:layout>`]),
    '</rdf:Description>',
    '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">',
    `<pdfaExtension:schemas><rdf:Bag>${EXTENSIONS}</rdf:Bag></pdfaExtension:schemas></rdf:Description>`,
  ].join('');
}
