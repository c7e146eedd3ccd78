import { both, dateText, nameIn, textOr } from '../../report/report-text.js';
import type { ReportSection } from '../../report/report.js';
import { centred, column } from '../../table/column.js';
import type { MatchingFacts } from '../matching.js';
import { RELATION_NAMES, ZONE_WORDS } from '../words.js';

/** The company chose the researcher: why, how the two are related, and what they agreed on the result. */
export function choiceSection({ projects }: MatchingFacts): ReportSection {
  return {
    id: 'choice',
    title: both('6. 연구자 선정 경위', 'How the researcher was chosen'),
    blocks: [
      {
        kind: 'table',
        caption: both('기업이 고른 연구자와 그 까닭', 'Chosen by the company'),
        columns: [
          ...[centred('number', '협약번호', 'Project'), column('company', '참여기업', 'Company'), column('performer', '수행기관', 'Performer'), column('researcher', '연구책임자', 'Researcher'), column('reason', '선정 사유', 'Why')],
          ...[column('relation', '기업과 수행기관의 관계', 'Relation'), column('ip', '지식재산', 'Intellectual property'), column('royalty', '기술료', 'Royalty')],
        ],
        rows: projects.map((each) => ({
          cells: {
            ...{ number: each.number, company: each.company, performer: each.performer, researcher: textOr(each.researcher), reason: textOr(each.chosenBecause) },
            ...{ relation: each.relation === null ? '-' : [nameIn(RELATION_NAMES, each.relation), ...(each.relationNote === null ? [] : [`(${each.relationNote})`])].join(' '), ip: textOr(each.ipTerms), royalty: textOr(each.royaltyTerms) },
          },
          ...(each.relation !== null && each.relation !== 'NONE' ? { tone: 'bad' as const } : {}),
        })),
      },
    ],
  };
}

/** Company or performer lies in a zone on the day of the agreement. */
export function zoneSection({ projects }: MatchingFacts): ReportSection {
  return {
    id: 'zone',
    title: both('7. 특구 요건', 'The zone'),
    blocks: [
      {
        kind: 'table',
        caption: both('협약일의 특구 판정', 'Zone on the day of the agreement'),
        columns: [centred('number', '협약번호', 'Project'), column('committedOn', '협약일', 'Agreed on'), column('zone', '특구', 'Zone'), column('mode', '지정 방식', 'Mode'), column('party', '소재한 곳', 'Who'), column('stated', '대장의 기재', 'As the register says'), column('clause', '근거', 'Clause'), centred('result', '판정', 'Result')],
        rows: projects.map((each) => ({
          cells: {
            ...{ number: each.number, committedOn: dateText(each.committedOn), zone: textOr(each.zone), mode: nameIn(ZONE_WORDS, each.zoneMode), party: nameIn(ZONE_WORDS, each.zoneParty) },
            ...{ stated: textOr(each.zoneStated), clause: textOr(each.zoneClause), result: each.zone === null ? '특구 밖' : '충족' },
          },
          tone: each.zone === null ? ('bad' as const) : ('good' as const),
        })),
      },
    ],
  };
}
