import { wonColumn } from '#libs/database';
import type { Won } from '#libs/money';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('distribution_recallable')
export class DistributionRecallableEntity {
  @PrimaryColumn('uuid', { name: 'distribution_id' })
  distributionId!: string;

  @Column('bigint', { name: 'amount_won', transformer: wonColumn })
  amountWon!: Won;

  @Column('uuid', { name: 'command_id' })
  commandId!: string;
}
