import { useState, type FormEvent } from 'react'
import type { LobbyMode } from '../../model/sessionAreas'
import { useWords } from '../shared/LanguageContext'
import { useSession } from './SessionContext'
import { ProblemNotice } from '../ui/ProblemNotice'
import { TextInput } from '../ui/TextInput'
import { useCommand } from './useCommand'

/** Who gets in with the code: everybody, those who know the word too, or those who are let in one by one. */
export function LobbyForm() {
  const { t } = useWords()
  const { view } = useSession()
  const { send, error } = useCommand()
  const { lobby } = view.state.areas
  const [chosen, setChosen] = useState<LobbyMode | null>(null)
  const [word, setWord] = useState('')
  const mode = chosen ?? lobby.mode
  const choose = (one: LobbyMode) => {
    setChosen(one)
    if (one !== 'passphrase') void send({ kind: 'setLobby', mode: one })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (word.trim() !== '') void send({ kind: 'setLobby', mode: 'passphrase', passphrase: word.trim() })
  }
  return (
    <form className="stack-small" onSubmit={submit} data-testid="lobby">
      <fieldset className="field"><legend>{t('lobby.title')}</legend>
        <div className="cluster">{(['open', 'passphrase', 'approval'] as const).map(one => (
          <label key={one} className="choice"><input type="radio" name="lobby" checked={mode === one}
            disabled={view.state.ended} onChange={() => choose(one)} data-testid={`lobby-${one}`} />
            <span>{t(`lobby.${one}`)}</span>
          </label>
        ))}</div></fieldset>
      {mode === 'passphrase' && <div className="cluster form-line">
        <TextInput label={t('lobby.word')} value={word || (lobby.passphrase ?? '')} onChange={setWord}
          limit="passphrase" data-testid="lobby-word" />
        <button type="submit" className="button" data-testid="lobby-submit">{t('lobby.submit')}</button>
      </div>}
      {error !== null && <ProblemNotice error={error} />}
    </form>
  )
}
