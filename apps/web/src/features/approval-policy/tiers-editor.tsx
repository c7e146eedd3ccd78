import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../design/button.js';
import { ChoiceField, SelectField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { useTerm } from '../../i18n/term.js';
import styles from './approval-policies-page.module.css';
import { blankStep, blankTier, RANKS, ROLES, STEP_KINDS, type TypedStep, type TypedTier } from './typed-tiers.js';

interface Props {
  readonly tiers: readonly TypedTier[];
  /** Without an amount there is one tier only. */
  readonly hasAmount: boolean;
  readonly alwaysSigned: boolean;
  readonly onChange: (tiers: readonly TypedTier[]) => void;
  readonly errorAt: (pointer: string) => string | undefined;
}

/** From which amount on who signs, in which order. */
export function TiersEditor({ tiers, hasAmount, alwaysSigned, onChange, errorAt }: Props): ReactElement {
  const { t } = useTranslation();
  const put = (index: number, tier: TypedTier): void => onChange(tiers.map((each, at) => (at === index ? tier : each)));
  return (
    <>
      {tiers.map((tier, index) => (
        <fieldset key={index} className={styles['tier']}>
          <TierHead
            tier={tier}
            first={index === 0}
            hasAmount={hasAmount}
            alwaysSigned={alwaysSigned}
            error={errorAt(`/tiers/${index}/fromWon`)}
            onChange={(changed) => put(index, changed)}
            onRemove={() => onChange(tiers.filter((_, at) => at !== index))}
          />
          {tier.mode === 'SIGNED' && <Steps tier={tier} pointer={`/tiers/${index}`} onChange={(changed) => put(index, changed)} errorAt={errorAt} />}
        </fieldset>
      ))}
      {hasAmount && (
        <div>
          <Button small icon="plus" onPress={() => onChange([...tiers, blankTier()])}>
            {t('approvalPolicy.addTier')}
          </Button>
        </div>
      )}
    </>
  );
}

interface HeadProps {
  readonly tier: TypedTier;
  readonly first: boolean;
  readonly hasAmount: boolean;
  readonly alwaysSigned: boolean;
  readonly error: string | undefined;
  readonly onChange: (tier: TypedTier) => void;
  readonly onRemove: () => void;
}

function TierHead({ tier, first, hasAmount, alwaysSigned, error, onChange, onRemove }: HeadProps): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <div className={styles['tier-head']}>
      {hasAmount && !first ? <WonField label={t('approvalPolicy.from')} value={tier.fromWon} onChange={(fromWon) => onChange({ ...tier, fromWon })} error={error} /> : <p>{t(hasAmount ? 'approvalPolicy.fromNothing' : 'approvalPolicy.any')}</p>}
      {alwaysSigned ? (
        <p className={styles['quiet']}>{t('approvalPolicy.alwaysSignedHint')}</p>
      ) : (
        <ChoiceField
          label={t('approvalPolicy.mode')}
          value={tier.mode}
          onChange={(mode) => onChange({ ...tier, mode: mode === 'DIRECT' ? 'DIRECT' : 'SIGNED' })}
          choices={(['SIGNED', 'DIRECT'] as const).map((value) => ({ value, label: term('approvalMode', value) }))}
        />
      )}
      {!first && <IconButton icon="minus" label={t('approvalPolicy.removeTier')} onPress={onRemove} />}
    </div>
  );
}

interface StepsProps {
  readonly tier: TypedTier;
  readonly pointer: string;
  readonly onChange: (tier: TypedTier) => void;
  readonly errorAt: Props['errorAt'];
}

function Steps({ tier, pointer, onChange, errorAt }: StepsProps): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const put = (index: number, changed: Partial<TypedStep>): void => onChange({ ...tier, steps: tier.steps.map((step, at) => (at === index ? { ...step, ...changed } : step)) });
  const choices = <Group extends 'stepKind' | 'role' | 'rank'>(group: Group, codes: readonly string[]): { value: string; label: string }[] => codes.map((value) => ({ value, label: term(group, value) }));
  return (
    <>
      {tier.steps.map((step, index) => (
        <div key={index} className={styles['step']}>
          <SelectField label={t('approvalPolicy.stepKind')} value={step.kind} onChange={(kind) => put(index, { kind })} choices={choices('stepKind', STEP_KINDS)} />
          <SelectField label={t('approvalPolicy.role')} value={step.role} onChange={(role) => put(index, { role })} choices={choices('role', ROLES)} />
          <SelectField label={t('approvalPolicy.minRank')} value={step.minRank} onChange={(minRank) => put(index, { minRank })} choices={choices('rank', RANKS)} />
          <TextField label={t('approvalPolicy.count')} value={step.quorum} onChange={(quorum) => put(index, { quorum })} inputMode="numeric" alignRight error={errorAt(`${pointer}/steps/${index}/quorum`)} />
          <IconButton icon="close" label={t('approvalPolicy.removeStep')} onPress={() => onChange({ ...tier, steps: tier.steps.filter((_, at) => at !== index) })} />
        </div>
      ))}
      {errorAt(`${pointer}/steps`) !== undefined && <p role="alert">{errorAt(`${pointer}/steps`)}</p>}
      <div>
        <Button small tone="quiet" icon="plus" onPress={() => onChange({ ...tier, steps: [...tier.steps, blankStep()] })}>
          {t('approvalPolicy.addStep')}
        </Button>
      </div>
    </>
  );
}
