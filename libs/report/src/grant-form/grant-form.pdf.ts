import { renderDocument, type Block, type Onlooker } from '#libs/pdf';
import { carriedBy, issuePages, metaOf } from '../report/report-document.pdf.js';
import { tableBlock } from '../report/report.pdf.js';
import { dateText } from '../report/report-text.js';
import type { ReportBlock, ReportModel, ReportSection, ReportTable, SealedReport } from '../report/report.js';
import { GROUND_SECTION } from '../trace/ground.model.js';
import { REGIME_WORDS } from './regime-words.data.js';

/** Who signs: the box is printed empty, for the hand. */
const APPROVAL = [{ role: '담당' }, { role: '검토' }, { role: '결재' }];

/**
 * The form as it is filed: no cover, its prescription above, its tables under their own numbers, and the declaration of the
 * institution below. Every page is turned, because table 1 has eleven columns. PDF/A-3a like every report.
 */
export function grantFormPdf(report: SealedReport, copyMarks: readonly string[], onlooker?: Onlooker): Promise<Buffer> {
  const { model } = report;
  const words = Object.values(REGIME_WORDS).find(({ form }) => form.ko === model.meta.title.ko) ?? REGIME_WORDS.RND;
  const called = (...names: readonly string[]): readonly ReportSection[] => model.sections.filter(({ id }) => names.includes(id));
  const [project, annexes] = [called('project'), called(GROUND_SECTION, 'proof')];
  const own = model.sections.filter((section) => !project.includes(section) && !annexes.includes(section));
  const blocks: Block[] = [
    { kind: 'paragraph', text: `■ ${words.prescribed}`, tone: 'muted' },
    ...own.flatMap(printed),
    ...declaration(model, words.declaration),
    { kind: 'approvalBox', cells: APPROVAL },
    ...project.flatMap((section): Block[] => [{ kind: 'pageBreak' }, ...printed(section)]),
    ...annexes.flatMap(printed),
    { kind: 'attachments', closing: '끝.' },
    ...issuePages(report),
  ];
  return renderDocument(metaOf(model, { topic: `${words.form.ko} 정산 결정 서식` }), null, blocks, { ...carriedBy(report, copyMarks), orientation: 'landscape' }, onlooker);
}

/** The institution declares and the head of it seals; the day of the decision is printed, the seal is for the hand. */
function declaration({ meta }: ReportModel, text: string): Block[] {
  const [institution] = meta.subjectName.split(' · ');
  return [
    { kind: 'paragraph', text },
    { kind: 'paragraph', text: `${dateText(meta.asOf)} ${institution ?? meta.subjectName}의 장 (직인) · ${meta.issuer} 귀하`, tone: 'strong' },
  ];
}

/** Table 2 begins a page, and so does what follows a text: the steps from table 3 to the notice stay on one. */
const printed = ({ id, title, blocks }: ReportSection): Block[] => [
  ...(id === 'interest' ? [{ kind: 'pageBreak' as const }] : []),
  { kind: 'heading', level: 2, text: title.ko, id },
  ...blocks.flatMap((block, at): Block[] => [...(blocks[at - 1]?.kind === 'text' ? [{ kind: 'pageBreak' as const }] : []), blockOf(block, title.ko)]),
];

function blockOf(block: ReportBlock, section: string): Block {
  switch (block.kind) {
    case 'table':
      return formTable(block, section);
    case 'facts':
      return { kind: 'facts', rows: block.rows.map(({ label, value }) => [label.ko, value] as const) };
    case 'text':
      return { kind: 'paragraph', text: block.text.ko };
    default:
      throw new RangeError(`a form has no ${block.kind}`);
  }
}

const UNIT = /^(?<name>.*) \(단위: (?<unit>[^)]*)\)$/;

/** A table under the number of the form instead of one of ours; its unit stands at the right, as the form has it. */
function formTable(table: ReportTable, section: string): Block {
  const { caption: _numbered, ...block } = tableBlock(table, 0);
  const { name = table.caption.ko, unit } = UNIT.exec(table.caption.ko)?.groups ?? {};
  return { ...block, dense: true, ...(name === section && unit === undefined ? {} : { caption: name === section ? '' : name }), ...(unit === undefined ? {} : { unit }) };
}
