import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../design/button.js';
import { ChecksField } from '../../../design/checks-field.js';
import type { BoundField } from '../../../design/form/form-field.js';
import { ChoiceField } from '../../../design/select-field.js';
import { TextAreaField, TextField } from '../../../design/text-field.js';
import { WonField } from '../../../design/won-field.js';
import { formatWon } from '../../../format/won.js';
import { parseWonInput } from '../../../format/won-input.js';
import { useDottedNames } from '../../../i18n/dotted-names.js';
import { evidencePaper } from '../../../i18n/ko/terms.js';
import { useTerm } from '../../../i18n/term.js';
import styles from './term-table.module.css';
import { leavesUnder, readNumber, recordsOf, termOf, typedNumber, unitOf, withLeaf, type Leaf, type TermRecord, type TermValue } from './term-shape.js';
import { useTyped } from './use-typed.js';
import { useUnitText } from './use-term-text.js';

interface Props {
  /** Which term it is: its name says what its numbers count. */
  readonly termKey: string;
  /** `RND` or `SUBSIDY`: what is the other's alone stays as it is. */
  readonly law: string;
  readonly field: BoundField;
}

/** A term that is a table, as fields; what it is kept as is nobody's business. */
export function TermTableField({ termKey, law, field }: Props): ReactElement {
  const { t } = useTranslation();
  const value = termOf(field.value);
  const keep = (next: TermValue): void => field.onChange(JSON.stringify(next));
  const records = recordsOf(value);
  if (records !== null && records.every(isPaperRule)) return <PaperRules rules={records} onChange={keep} />;
  const leaves = leavesUnder(value, law);
  if (leaves !== null && leaves.length > 0) {
    return (
      <div className={styles['numbers']}>
        {leaves.map((leaf) => (
          <NumberCell key={leaf.path.join('/')} termKey={termKey} leaf={leaf} onChange={(next) => keep(withLeaf(value, leaf.path, next))} />
        ))}
      </div>
    );
  }
  return <TextAreaField {...field} label={t('terms.value')} hint={t('grantTerms.tableHint')} maxLength={4000} />;
}

function NumberCell({ termKey, leaf, onChange }: { readonly termKey: string; readonly leaf: Leaf; readonly onChange: (value: number) => void }): ReactElement {
  const { t } = useTranslation();
  const memberOf = useDottedNames('grantTerms.members');
  const unitText = useUnitText();
  const unit = unitOf(termKey);
  const { typed, wrong, type } = useTyped(typedNumber(unit, leaf.value), (text) => readNumber(unit, text), onChange);
  return <TextField name={leaf.path.join('.')} label={leaf.path.map(memberOf).join(' · ')} value={typed} onChange={type} onBlur={() => undefined} error={wrong ? t('voucherTerms.wrongValue') : undefined} inputMode="numeric" alignRight unit={unitText(unit)} />;
}

/** Which spending asks for which papers, a row for each. */
function PaperRules({ rules, onChange }: { readonly rules: readonly TermRecord[]; readonly onChange: (rules: readonly TermRecord[]) => void }): ReactElement {
  const { t } = useTranslation();
  const exchange = (at: number, rule: TermRecord): void => onChange(rules.map((each, index) => (index === at ? rule : each)));
  return (
    <>
      {rules.map((rule, index) => (
        <fieldset key={index} className={styles['rule']}>
          <legend>{t('grantTerms.ruleNumber', { number: index + 1 })}</legend>
          <PaperRule rule={rule} onChange={(next) => exchange(index, next)} />
          {rules.length > 1 && (
            <Button small onPress={() => onChange(rules.filter((_, at) => at !== index))}>
              {t('grantTerms.dropRule')}
            </Button>
          )}
        </fieldset>
      ))}
      <Button small icon="plus" onPress={() => onChange([...rules, { words: [], papers: [], fromWon: '0', resource: null }])}>
        {t('grantTerms.addRule')}
      </Button>
    </>
  );
}

function PaperRule({ rule, onChange }: { readonly rule: TermRecord; readonly onChange: (rule: TermRecord) => void }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  // A blank at a word's end tells '장비 구입' from '장비사용료': only the one after the comma goes.
  const words = useTyped(textsOf(rule['words']).join(', '), (text) => text.split(',').map((word) => word.trimStart()).filter((word) => word !== ''), (next) => onChange({ ...rule, words: next }));
  const from = useTyped(formatWon(typeof rule['fromWon'] === 'string' ? rule['fromWon'] : '0'), wonOf, (fromWon) => onChange({ ...rule, fromWon }));
  const papers = Object.keys(evidencePaper).map((code) => ({ value: code, label: term('evidencePaper', code) }));
  const means = [{ value: '', label: t('grantTerms.anyMeans') }, ...['CASH', 'IN_KIND'].map((code) => ({ value: code, label: term('lineResource', code) }))];
  return (
    <>
      <TextField name="words" label={t('grantTerms.words')} value={words.typed} onChange={words.type} onBlur={() => undefined} error={undefined} hint={t('grantTerms.wordsHint')} />
      <div className={styles['numbers']}>
        <WonField name="fromWon" label={t('grantTerms.from')} value={from.typed} onChange={from.type} onBlur={() => undefined} error={from.wrong ? t('voucherTerms.wrongValue') : undefined} />
        <ChoiceField name="resource" label={t('grantTerms.means')} value={typeof rule['resource'] === 'string' ? rule['resource'] : ''} choices={means} onChange={(code) => onChange({ ...rule, resource: code === '' ? null : code })} onBlur={() => undefined} error={undefined} />
      </div>
      <ChecksField label={t('grantTerms.papers')} choices={papers} value={textsOf(rule['papers'])} onChange={(chosen) => onChange({ ...rule, papers: chosen })} />
    </>
  );
}

const isPaperRule = (record: TermRecord): boolean => ['words', 'papers', 'fromWon', 'resource'].every((name) => name in record);

const textsOf = (value: TermValue | undefined): string[] => (Array.isArray(value) ? value.map(String) : []);

function wonOf(text: string): string | null {
  const amount = parseWonInput(text);
  return amount.ok ? amount.amount.toString() : null;
}
