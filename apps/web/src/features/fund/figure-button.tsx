import type { ReactElement, ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { classes } from '../../design/classes.js';
import styles from './figure.module.css';
import type { FigureId } from './figures.js';

/** Opens what lies behind a figure; which one is part of the address. */
export function useFigurePanel(): { readonly figure: string | null; readonly open: (figure: FigureId) => void; readonly close: () => void } {
  const [parameters, setParameters] = useSearchParams();
  const change = (figure: FigureId | null): void =>
    setParameters((current) => {
      if (figure === null) current.delete('figure');
      else current.set('figure', figure);
      return current;
    });
  return { figure: parameters.get('figure'), open: change, close: () => change(null) };
}

interface Props {
  readonly figure: FigureId;
  readonly large?: boolean;
  readonly children: ReactNode;
}

/** A figure that shows, when pressed, what it is made of. */
export function FigureButton({ figure, large = false, children }: Props): ReactElement {
  const { t } = useTranslation();
  const panel = useFigurePanel();
  return (
    <Button className={classes(styles['figure'], 'number', large && styles['large'])} onPress={() => panel.open(figure)}>
      {children}
      <span className="hidden-text"> · {t('figure.behind')}</span>
    </Button>
  );
}
