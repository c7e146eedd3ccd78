import { useTranslation } from 'react-i18next';
import type { Fund, Partner } from '../../api/types.js';
import { todayInSeoul } from '../../format/date.js';
import { useTerm } from '../../i18n/term.js';
import { useFunds } from '../fund/fund.queries.js';
import { useProgrammes } from '../programme/programme.queries.js';
import { useBilingual } from '../../i18n/bilingual.js';
import type { FundDates } from './mandate-form.js';
import { useStatutory, type DecideMandate } from './obligation.requests.js';

/** Whose rule it is: a fund's own, or one that counts all funds of a manager or a programme together. */
export interface RuleOwner {
  readonly level: DecideMandate['level'];
  readonly keyId: string;
  readonly label: string;
  /** What the dates of a new rule start from. */
  readonly dates: FundDates;
  /** Whose stakes may be a base: only a fund's own rule is about one. */
  readonly partners: readonly Partner[];
}

export const ownerOfFund = (fund: Fund): RuleOwner => ({ level: 'FUND', keyId: fund.id, label: fund.name, dates: fund, partners: fund.partners });

/** Every manager and every programme with a fund in sight; null while they are loading. */
export function useSharedOwners(): readonly RuleOwner[] | null {
  const { t } = useTranslation();
  const term = useTerm();
  const say = useBilingual();
  const [managers, programmes, funds] = [useStatutory({}).data, useProgrammes().data, useFunds({}).data];
  if (managers === undefined || programmes === undefined || funds === undefined) return null;
  const owner = (level: RuleOwner['level'], keyId: string, name: string, ends: readonly string[]): RuleOwner => ({
    ...{ level, keyId, partners: [] },
    label: t('mandate.ownerLabel', { level: term('mandateLevel', level), name }),
    dates: { investmentFrom: todayInSeoul(), investmentTo: [...ends].sort().at(-1) ?? '' },
  });
  const endsOf = (ids: readonly string[]): string[] => funds.filter(({ id }) => ids.includes(id)).map(({ investmentTo }) => investmentTo);
  return [
    ...managers.map((each) => owner('GENERAL_PARTNER', each.generalPartnerId, each.name, endsOf(each.funds.map(({ fundId }) => fundId)))),
    ...programmes.flatMap((each) => {
      const own = funds.filter(({ programmeId }) => programmeId === each.id);
      return own.length === 0 ? [] : [owner('PROGRAMME', each.id, say({ ko: each.nameKo, en: each.nameEn }), own.map(({ investmentTo }) => investmentTo))];
    }),
  ];
}
