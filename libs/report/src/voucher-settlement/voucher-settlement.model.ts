import { both } from '../report/report-text.js';
import type { ReportDraft } from '../report/report.js';
import { annexSection } from './section/annex.model.js';
import { brokersSection } from './section/brokers.model.js';
import { budgetSection } from './section/budget.model.js';
import { checksSection } from './section/checks.model.js';
import { clawbacksSection } from './section/clawbacks.model.js';
import { outcomeSection } from './section/outcome.model.js';
import { ownMoneySection } from './section/own-money.model.js';
import { providersSection } from './section/providers.model.js';
import { rollForwardSection } from './section/roll-forward.model.js';
import { summarySection } from './section/summary.model.js';
import { unusedSection } from './section/unused.model.js';
import { vouchersSection } from './section/vouchers.model.js';
import { verdictOf } from './verdict.model.js';
import { settlementTotals } from './voucher-settlement.rules.js';
import type { SettlementFacts } from './voucher-settlement.js';

/** The paper names companies and amounts; it is for the office until somebody discloses it. */
const SECURITY_MARK = '대외비';

/**
 * The settlement report (바우처 정산보고서, report B) of one programme year at one point in both times. Pure: the same facts
 * give the same report. Throws `InvariantError` unless control account, sub-ledgers and facts agree (`settlementTotals`).
 */
export function voucherSettlementModel(facts: SettlementFacts): ReportDraft {
  const control = settlementTotals(facts);
  const verdict = verdictOf(facts);
  return {
    meta: {
      title: both('바우처 정산보고서', 'Voucher settlement report'),
      subjectNumber: facts.number,
      subjectName: facts.year.name,
      issuer: facts.year.agency,
      asOf: facts.asOf,
      knownBefore: facts.knownBefore.toISOString(),
      ruleVersion: facts.ruleVersion,
      securityMark: SECURITY_MARK,
    },
    verdict,
    sections: [
      summarySection(facts, verdict),
      budgetSection(facts),
      rollForwardSection(facts),
      vouchersSection(facts),
      providersSection(facts),
      brokersSection(facts),
      ownMoneySection(facts),
      checksSection(facts),
      clawbacksSection(facts),
      unusedSection(facts),
      outcomeSection(facts),
      annexSection(facts, control),
    ],
    list: { fileName: 'vouchers.csv', title: '바우처별 내역', sectionId: 'vouchers', index: 0 },
  };
}
