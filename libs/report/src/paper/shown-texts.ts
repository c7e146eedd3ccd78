import type { ReportBlock, ReportDraft } from '../report/report.js';

/** Every text of the data that must be found on the pages, however they are set; as often as the data has it. */
export const shownTexts = ({ sections }: Pick<ReportDraft, 'sections'>): string[] => sections.flatMap(({ title, blocks }) => [title.ko, ...blocks.flatMap(ofBlock)]);

function ofBlock(block: ReportBlock): string[] {
  switch (block.kind) {
    case 'tiles':
      return block.tiles.flatMap(({ label, value, note }) => [label.ko, value, note ?? '']);
    case 'table': {
      const keys = block.columns.map(({ key }) => key);
      return [...block.columns.map(({ header }) => header.ko), ...[...block.rows.map(({ cells }) => cells), block.totals ?? {}].flatMap((cells) => keys.map((key) => cells[key] ?? ''))];
    }
    case 'facts':
      return block.rows.flatMap(({ label, value }) => [label.ko, value]);
    case 'text':
      return [block.text.ko];
    case 'gauge':
      return [`${block.valuePercent}%`, `${block.requiredPercent}%`];
    default:
      // What a chart draws is drawn to scale, not printed; and what another version knows besides is not known here.
      return [];
  }
}
