import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Page } from '../../design/page.js';
import { usePermissions } from '../session/use-session.js';
import { useCurrentYear } from '../voucher-year/voucher-year-layout.js';
import { BudgetCard } from './budget-card.js';
import { CloseYearDialog } from './close-year-dialog.js';
import { DecideBudgetDialog } from './decide-budget-dialog.js';
import { DecideTermDialog } from './decide-term-dialog.js';
import { TermsCard } from './terms-card.js';

type Opened = { readonly kind: 'budget' | 'close' } | { readonly kind: 'term'; readonly key: string } | null;

/** What a programme year may spend and on which conditions, each with the decision it rests on; and its end. */
export function BudgetTermsPage(): ReactElement {
  const { t } = useTranslation();
  const year = useCurrentYear();
  const may = usePermissions();
  const [opened, setOpened] = useState<Opened>(null);
  const close = (): void => setOpened(null);
  const open = year.closedOn === null;
  return (
    <Page
      title={t('voucherTerms.title')}
      lead={t('voucherTerms.lead')}
      actions={
        open &&
        may('voucher-year.close') && (
          <Button onPress={() => setOpened({ kind: 'close' })}>{t('closeYear.open')}</Button>
        )
      }
    >
      <BudgetCard year={year} onDecide={open && may('voucher-budget.decide') ? () => setOpened({ kind: 'budget' }) : null} />
      <TermsCard year={year} onDecide={open && may('voucher-term.decide') ? (key) => setOpened({ kind: 'term', key }) : null} />
      {opened?.kind === 'budget' && <DecideBudgetDialog year={year} onClose={close} />}
      {opened?.kind === 'term' && <DecideTermDialog year={year} first={opened.key} onClose={close} />}
      {opened?.kind === 'close' && <CloseYearDialog year={year} onClose={close} />}
    </Page>
  );
}
