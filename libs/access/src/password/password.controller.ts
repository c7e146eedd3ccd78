import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor, Origin } from '#libs/command';
import { Allow, CurrentActor, RequestOrigin } from '../guard/decorators.js';
import { ChangedPasswordDto, ChangePasswordDto } from './password.dto.js';
import { PasswordService } from './password.service.js';

@ApiTags('session')
@Controller('password')
export class PasswordController {
  constructor(private readonly passwords: PasswordService) {}

  @Post('change')
  @HttpCode(200)
  @Allow('password.change')
  @ApiOperation({ operationId: 'changePassword', summary: 'Choose another password; my other sessions end. Sent twice, the second is refused: the old password is another one by then' })
  @ApiOkResponse({ type: ChangedPasswordDto })
  async change(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @Body() body: ChangePasswordDto): Promise<ChangedPasswordDto> {
    return { endedSessions: await this.passwords.change({ actor, origin }, body) };
  }
}
