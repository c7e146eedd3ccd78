import { both } from '../report/report-text.js';
import type { ReportColumn } from '../report/report.js';

/** A column that lies as its key says: figures to the right, dates in the middle, texts to the left unless told otherwise. */
export function column(key: string, ko: string, en: string, align: ReportColumn['align'] = sideOf(key)): ReportColumn {
  return { key, header: both(ko, en), align };
}

function sideOf(key: string): ReportColumn['align'] {
  if (/(Won|Percent|Count)$/.test(key)) return 'right';
  return key.endsWith('On') ? 'center' : 'left';
}

/** A column in the middle: codes, states, numbers of things. */
export const centred = (key: string, ko: string, en: string): ReportColumn => column(key, ko, en, 'center');
