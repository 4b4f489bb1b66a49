import { createRoot } from 'react-dom/client'
import { keepPageForOffline } from './offline/keepPageForOffline'
import { unsentWork } from './net/unsentWork'
import './style/index.css'
import { App } from './views/app/App'
import { watchFields } from './views/shared/singleKeys'

watchFields()
unsentWork.start()
const root = document.getElementById('page')
if (root) createRoot(root).render(<App />)
keepPageForOffline()
