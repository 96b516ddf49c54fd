import type { Command } from './command.js';
import { EXIT } from './exit-codes.js';

const BASH = `# dragnet completion for bash: add to ~/.bashrc
#   source <(dragnet completion bash)
_dragnet_completion() {
  local word="\${COMP_WORDS[COMP_CWORD]}"
  local IFS=$'\\n'
  COMPREPLY=($(compgen -W "$(SHELL=bash dragnet --get-yargs-completions "\${COMP_WORDS[@]}" 2>/dev/null)" -- "$word"))
}
complete -o bashdefault -o default -F _dragnet_completion dragnet
`;

const ZSH = `#compdef dragnet
# dragnet completion for zsh: add to ~/.zshrc, after compinit
#   source <(dragnet completion zsh)
_dragnet_completion() {
  local -a found
  found=("\${(@f)$(SHELL=zsh dragnet --get-yargs-completions "\${words[@]}" 2>/dev/null)}")
  _describe 'dragnet' found || _files
}
compdef _dragnet_completion dragnet
`;

/** `dragnet completion`: the script that makes a shell complete commands and options; without a name that of the user's shell. */
export const completion: Command = {
  positionals: {
    shell: { choices: ['bash', 'zsh'] as const, describe: 'The shell (default: by $SHELL)' },
  },
  options: {},
  examples: [['source <($0 completion zsh)', 'For the shell that is running']],
  run(args, terminal) {
    const isZsh = args['shell'] === undefined ? terminal.env['SHELL']?.endsWith('zsh') : args['shell'] === 'zsh';
    terminal.out(isZsh === true ? ZSH : BASH);
    return Promise.resolve(EXIT.clean);
  },
};
