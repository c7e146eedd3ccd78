import { Witnessed, wonColumn } from '#libs/database';
import type { Won } from '#libs/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('deal_conversion')
export class DealConversionEntity extends Witnessed {
  @PrimaryColumn('uuid', { name: 'investment_id' })
  investmentId!: string;

  @Column('uuid', { name: 'from_id' })
  fromId!: string;

  @Column('bigint', { name: 'converted_won', transformer: wonColumn })
  convertedWon!: Won;
}
