import { both, businessNumberText, dateText, nameIn, textOr, wonText } from '../../report/report-text.js';
import type { ReportBlock, ReportSection } from '../../report/report.js';
import { centred, column } from '../../table/column.js';
import { inYear, type AnnualFacts } from '../annual.js';
import { relaysOf, type Relay } from '../annual.rules.js';
import type { Support } from '../../support/support.js';
import { total } from '../../table/rows.js';
import { stated, words } from '../../trace/ground.js';

/** Who got support from several programmes: handed on from one to the next, or the same thing twice. */
export function relaySection(facts: AnnualFacts): ReportSection {
  const title = both('4. 기업 360°: 중복·연계(이어달리기)', 'Companies across programmes');
  const relays = relaysOf(facts.supports);
  if (relays.length === 0) return { id: 'relay', title, blocks: [{ kind: 'text', text: both('둘 이상의 사업에서 지원받은 기업·기관이 없습니다.', 'Nobody got support from more than one programme.') }] };
  const shared = relays.filter((relay) => relay.shared.length > 0).length;
  return {
    id: 'relay',
    title,
    blocks: [
      {
        kind: 'text',
        text: both(
          `둘 이상의 사업에서 지원받은 기업·기관은 ${relays.length}곳이고, 그중 ${shared}곳은 같은 계약·특허번호의 기술이 다음 사업으로 이어졌습니다. 같은 사업자에 대한 지원을 모은 것으로, 중복수혜인지는 사람이 판단합니다. 금액은 펀드는 투자액, 바우처는 발급액, 협약은 지급된 정부지원금(매칭은 과제를 기획한 기업의 지원으로 봄), 성능평가·시험은 정부부담 수수료이며 기술료 대상 기술에는 금액이 없습니다.`,
          `${relays.length} companies and institutions got support of several kinds; with ${shared} the same technology was carried on. Whether that is a duplicate is for people to judge.`,
        ),
      },
      relayTable(relays),
      chainTable(relays, facts),
    ],
  };
}

const names = (kinds: readonly string[], facts: Pick<AnnualFacts, 'names'>): string => kinds.map((kind) => nameIn(facts.names.kinds, kind)).join(' → ');

const COUNTED = words('아래 이어달리기 순서의 지원을 기업·기관별로 세거나 더함');

function relayTable(relays: readonly Relay[]): ReportBlock {
  const cells = (supports: readonly Support[]) => ({ supportCount: String(supports.length), amountWon: wonText(total(supports, ({ amountWon }) => amountWon)) });
  return {
    kind: 'table',
    caption: both(`여러 사업에서 지원받은 기업·기관 (${relays.length}곳, 누계)`, `Supported more than once (${relays.length})`),
    columns: [column('party', '기업·기관', 'Company'), centred('businessNumber', '사업자등록번호', 'Business no.'), column('kindCount', '사업 종류', 'Kinds'), column('supportCount', '지원(건)', 'Supports'), column('amountWon', '금액(원)', 'Amount (won)'), column('shared', '이어진 기술(계약·특허번호)', 'Technology carried on')],
    grounds: { kindCount: COUNTED, supportCount: COUNTED, amountWon: COUNTED },
    rows: relays.map(({ party, businessNumber, kinds, supports, shared }) => ({
      cells: { party, businessNumber: businessNumberText(businessNumber), kindCount: String(kinds.length), ...cells(supports), shared: textOr(shared.join(', ')) },
      ...(shared.length > 0 ? { tone: 'good' as const } : {}),
    })),
    totals: { party: '합계', businessNumber: '', kindCount: '', ...cells(relays.flatMap(({ supports }) => supports)), shared: '' },
  };
}

/** One after the other, by company and date. */
function chainTable(relays: readonly Relay[], facts: AnnualFacts): ReportBlock {
  const rows = relays.flatMap(({ party, supports }) => supports.map((support, at) => ({ party: at === 0 ? party : '〃', support })));
  return {
    kind: 'table',
    caption: both('이어달리기 순서', 'In order'),
    columns: [column('party', '기업·기관', 'Company'), column('on', '일자', 'Date', 'center'), column('kind', '사업', 'Programme'), centred('number', '번호', 'No.'), column('technology', '기술·과제', 'Technology'), column('technologyNumber', '계약·특허번호', 'Contract or patent'), column('amountWon', '금액(원)', 'Amount (won)')],
    grounds: { amountWon: stated('행의 번호로 적은 투자, 발급, 지급, 시험 접수 기록', 'investment.record', 'voucher.issue', 'grant-tranche.decide', 'service-order.approve') },
    rows: rows.map(({ party, support }) => ({
      cells: {
        ...{ party, on: dateText(support.on), kind: names([support.kind], facts), number: support.number, technology: textOr(support.technology) },
        ...{ technologyNumber: textOr(support.technologyNumber), amountWon: support.kind === 'ROYALTY' ? '-' : wonText(support.amountWon) },
      },
      ...(inYear(facts, support.on) ? {} : { tone: 'muted' as const }),
    })),
  };
}
