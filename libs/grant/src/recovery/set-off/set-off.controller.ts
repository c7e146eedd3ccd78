import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { won } from '#libs/money';
import { MovedRecoveryDto } from '../recovery.dto.js';
import { getRecovery } from '../recovery.query.js';
import { viewMovedRecovery } from '../recovery.view.js';
import { SetOffChoiceDto, SetOffGrantRecoveryDto } from './set-off.dto.js';
import { setOffChoices } from './set-off.query.js';
import { SetOffService } from './set-off.service.js';

@ApiTags('grant-recovery')
@Controller('grant-recoveries/:id')
export class SetOffController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly setOffs: SetOffService,
  ) {}

  @Get('set-off-choices')
  @Allow('grant.read')
  @ApiOperation({ operationId: 'listGrantSetOffChoices', summary: 'What the debtor of a recovery is owed in the same call and no payment run has taken' })
  @ApiOkResponse({ type: [SetOffChoiceDto] })
  choices(@CurrentActor() actor: Actor, @Param('id', IdPipe) recoveryId: string): Promise<SetOffChoiceDto[]> {
    return this.reader.read(actor, async (tx) => {
      await getRecovery(tx, recoveryId);
      return setOffChoices(tx, recoveryId);
    });
  }

  @Post('set-off')
  @Allow('grant-recovery.set-off')
  @ApiOperation({ operationId: 'setOffGrantRecovery', summary: 'Set a recovery off against a tranche that its debtor is owed' })
  @ApiCreatedResponse({ type: MovedRecoveryDto })
  async setOff(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) recoveryId: string, @Body() body: SetOffGrantRecoveryDto): Promise<MovedRecoveryDto> {
    const input = { recoveryId, trancheId: body.trancheId, amountWon: won(body.amountWon) };
    return viewMovedRecovery(await this.runner.run(this.setOffs.setOff, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input }));
  }
}
