import { both, dateText, nameIn, percentText, textOr, wonText } from '../../report/report-text.js';
import { truncatedPercent } from '#libs/money';
import type { ReportBlock, ReportSection } from '../../report/report.js';
import { GRANT_BOOK } from '../../grant-settlement/grant-settlement.js';
import { centred, column } from '../../table/column.js';
import { total } from '../../table/rows.js';
import { originsOf, plus, type FigureOrigin } from '../../trace/origin.js';
import { ROOM_BOOK, type MatchingFacts, type MatchingProjectFacts } from '../matching.js';
import { moneyOfProjects, type ProjectMoney } from '../matching.rules.js';
import { TRANCHE_WORDS } from '../words.js';
import { ratio, stated } from '../../trace/ground.js';

/** Government money beside private money: project by project, and release by release with its milestone. */
export function releaseSection(facts: MatchingFacts): ReportSection {
  return { id: 'release', title: both('4. 마일스톤별 정부 집행 대비 민간 납입', 'Releases beside private money'), blocks: [projectTable(facts), ...releaseBlocks(facts)] };
}

const CHARTS: readonly (readonly [key: keyof ProjectMoney, chart: string, ko: string, en: string])[] = [
  ['provenWon', GRANT_BOOK.own, '민간 납입(확인−회수)', 'Private in'],
  ['allowedWon', ROOM_BOOK.allowed, '지급 가능', 'Allowed'],
  ['releasedWon', ROOM_BOOK.released, '지급결정', 'Released'],
  ['paidWon', GRANT_BOOK.government, '지급', 'Paid'],
  ['roomWon', ROOM_BOOK.room, '남은 여력', 'Room'],
  ['overWon', ROOM_BOOK.over, '초과 지급', 'Over-released'],
];

function projectTable(facts: MatchingFacts): ReportBlock {
  const { projects, grant } = facts;
  const money = moneyOfProjects(facts);
  const cells = (own: readonly MatchingProjectFacts[]): Record<string, string> => Object.fromEntries(CHARTS.map(([key]) => [key, wonText(total(own, ({ agreementId }) => money.get(agreementId)?.[key] ?? 0n))]));
  const origins = (own: readonly MatchingProjectFacts[]): Readonly<Record<string, FigureOrigin>> => {
    const parts = own.map(({ agreementId }) => agreementId);
    return originsOf(Object.fromEntries(CHARTS.map(([key, chart]) => [key, [plus(`grant/${grant.call.id}`, chart, { parts })]])));
  };
  const proven = (own: readonly MatchingProjectFacts[]): bigint => total(own, ({ agreementId }) => money.get(agreementId)?.provenWon ?? 0n);
  const share = (own: readonly MatchingProjectFacts[]): string => percentText(truncatedPercent(proven(own), total(own, ({ privateWon }) => privateWon)));
  return {
    kind: 'table',
    caption: both('과제별 민간 납입과 정부 집행 (단위: 원)', 'By project (won)'),
    columns: [
      ...[centred('number', '협약번호', 'Project'), column('company', '참여기업', 'Company'), column('privateWon', '민간 약정', 'Private'), column('governmentWon', '정부 약정', 'Government')],
      ...CHARTS.slice(0, 1).map(([key, , ko, en]) => column(key, ko, en)),
      column('provenPercent', '납입률', 'In'),
      ...CHARTS.slice(1).map(([key, , ko, en]) => column(key, ko, en)),
    ],
    rows: projects.map((each) => ({
      cells: { number: each.number, company: each.company, privateWon: wonText(each.privateWon), governmentWon: wonText(each.governmentWon), provenPercent: share([each]), ...cells([each]) },
      origins: origins([each]),
      record: { register: 'grant_agreement' as const, id: each.agreementId },
      ...((money.get(each.agreementId)?.overWon ?? 0n) > 0n ? { tone: 'bad' as const } : {}),
    })),
    totals: { number: '합계', company: '', privateWon: wonText(total(projects, ({ privateWon }) => privateWon)), governmentWon: wonText(total(projects, ({ governmentWon }) => governmentWon)), provenPercent: share(projects), ...cells(projects) },
    totalOrigins: origins(projects),
    grounds: { provenPercent: ratio('provenWon', 'privateWon', 'truncate') },
  };
}

const ASKED = stated('지급 요청 기록과 그때 계산한 한도', 'matching-release.request');

function releaseBlocks({ releases }: MatchingFacts): ReportBlock[] {
  if (releases.length === 0) return [{ kind: 'text', text: both('기준일까지 지급 요청이 없습니다.', 'Nothing was asked to be released by the date.') }];
  return [
    {
      kind: 'table',
      caption: both(`마일스톤별 지급 (${releases.length}건)`, `Releases (${releases.length})`),
      columns: [
        ...[centred('project', '협약번호', 'Project'), centred('ordinal', '회차', 'No.'), column('milestone', '마일스톤', 'Milestone'), column('requestedOn', '요청일', 'Requested')],
        ...[column('allowedWon', '그때 지급 가능(원)', 'Allowed then (won)'), column('beforeWon', '그때까지 지급', 'Released before'), column('amountWon', '요청액', 'Asked for'), centred('stage', '상태', 'State'), column('paidOn', '지급일', 'Paid on')],
      ],
      grounds: { allowedWon: ASKED, beforeWon: ASKED, amountWon: ASKED },
      rows: releases.map((each) => ({
        cells: {
          ...{ project: each.project, ordinal: String(each.number), milestone: textOr(each.milestone), requestedOn: dateText(each.requestedOn), allowedWon: wonText(each.allowedWon) },
          ...{ beforeWon: wonText(each.releasedWon), amountWon: wonText(each.amountWon), stage: nameIn(TRANCHE_WORDS, each.event), paidOn: dateText(each.paidOn) },
        },
      })),
    },
  ];
}
