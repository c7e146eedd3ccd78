import type { LocalDate } from '#libs/calendar';
import { duplicateRow, judgeSheet, refuse, remark, sheetVerdict, unknownWord, type BlankForm, type CheckedValues, type Judgement, type RowReading, type Sheet, type SheetVerdict } from '#libs/sheet';
import { instituteWord } from '../recognition/claim/institute.rules.js';
import { INSTITUTE_KIND_NAMES, INSTITUTE_KINDS, type Institute, type InstituteDraft, type InstituteKind } from './public-institute.js';

const INSTITUTE_RULES = {
  name: { names: ['기관명', '공공연구기관명', '연구기관명'], type: 'text', required: true },
  number: { names: ['사업자등록번호', '고유번호'], type: 'business-number' },
  kind: { names: ['구분', '기관구분', '유형'], type: 'text', required: true },
  validFrom: { names: ['지정일', '적용일', '설립일'], type: 'date', required: true, happened: true },
  source: { names: ['근거', '출처', '비고'], type: 'text' },
} as const;

type Rules = typeof INSTITUTE_RULES;

/** The list as a form to be filled in. */
export const INSTITUTE_FORM: BlankForm = { title: '공공연구기관', sheets: [{ name: '공공연구기관', rules: INSTITUTE_RULES }] };

export interface InstitutePlan {
  readonly verdict: SheetVerdict;
  readonly institutes: readonly InstituteDraft[];
}

interface Context {
  readonly seen: Map<string, number>;
  readonly known: readonly Institute[];
  readonly today: LocalDate;
  readonly fileName: string;
}

/** Names in a sheet, to look up who is known; cells of rows that will be refused included. */
export function namesIn(sheet: Sheet): { readonly names: readonly string[]; readonly numbers: readonly string[] } {
  const { rows } = judgeSheet<Rules, null>(sheet, { rules: INSTITUTE_RULES, keyOf: ({ row }) => row.text('name') || null, judge: () => ({ state: 'NEW', fact: null, warnings: [] }) });
  return {
    names: rows.flatMap(({ reading }) => (reading.values.name === null ? [] : [reading.values.name])),
    numbers: rows.flatMap(({ reading }) => (reading.values.number === null ? [] : [reading.values.number])),
  };
}

/** A verdict on every row of a list of institutes, and the institutes that are new. An institute on the list already is UNCHANGED. Pure. */
export function planInstitutes(sheet: Sheet, known: readonly Institute[], today: LocalDate, fileName: string): InstitutePlan {
  const context: Context = { seen: new Map(), known, today, fileName };
  const judged = judgeSheet<Rules, InstituteDraft>(sheet, {
    rules: INSTITUTE_RULES,
    keyOf: ({ row }) => row.text('name') || null,
    judge: (values, reading) => judgeInstitute(values, reading, context),
  });
  return { verdict: sheetVerdict(sheet.name, judged), institutes: judged.rows.flatMap(({ state, fact }) => (state === 'NEW' && fact !== null ? [fact] : [])) };
}

function judgeInstitute(values: CheckedValues<Rules>, reading: RowReading<Rules>, { seen, known, today, fileName }: Context): Judgement<InstituteDraft> {
  const kind = kindOf(values.kind);
  if (kind === null) return refuse(unknownWord(reading.at('kind'), { ko: '기관 구분', en: 'kind of institute' }, INSTITUTE_KINDS.map((each) => INSTITUTE_KIND_NAMES[each].ko)));
  const word = instituteWord(values.name);
  if (seen.has(word)) return refuse(duplicateRow(reading.at('name'), seen.get(word)));
  if (values.validFrom > today) {
    return refuse(
      remark('DATE_IN_FUTURE', reading.at('validFrom'), { ko: `오늘(${today}) 이후의 지정일입니다.`, en: `It lies after today (${today}).` }, { ko: '지정일을 확인하십시오.', en: 'Check the date.' }),
    );
  }
  seen.set(word, reading.number);
  const draft: InstituteDraft = { name: values.name, number: values.number, kind, validFrom: values.validFrom, source: values.source ?? fileName };
  const recorded = known.some((other) => (instituteWord(other.name) === word || (other.number !== null && other.number === values.number)) && (other.lastOn === null || other.lastOn >= values.validFrom));
  return { state: recorded ? 'RECORDED' : 'NEW', fact: draft, warnings: [] };
}

/** A kind by its code or its name, without blanks and middle dots. */
const kindOf = (text: string): InstituteKind | null => INSTITUTE_KINDS.find((kind) => [kind, INSTITUTE_KIND_NAMES[kind].ko].some((word) => instituteWord(word) === instituteWord(text))) ?? null;
