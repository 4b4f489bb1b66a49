import { createRoot } from 'react-dom/client'
import { keepPageForOffline } from './offline/keepPageForOffline'
import { unsentWork } from './net/unsentWork'
import './style/index.css'
import { App } from './views/app/App'
import { bearOtherHands } from './views/shared/otherHands'
import { watchFields } from './views/shared/singleKeys'

watchFields()
unsentWork.start()
const root = document.getElementById('page')
if (root) {
  bearOtherHands(root)
  createRoot(root).render(<App />)
}
keepPageForOffline()
