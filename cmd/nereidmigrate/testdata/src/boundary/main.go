package boundary // want `the file needs github.com/nereid-go/nereid/awsconfig`

import (
	"settings"
	"store"
)

func start() (*store.Store, error) {
	cfg, err := settings.Load()
	return store.New(cfg), err // want `store.New takes Nereid's configuration`
}
