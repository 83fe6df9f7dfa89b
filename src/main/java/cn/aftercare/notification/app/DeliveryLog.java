package cn.aftercare.notification.app;

import cn.aftercare.notification.Delivery;
import cn.aftercare.notification.persistence.DeliveryRepository;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was sent to whom; asks for no permission of its own. */
@Service
@Transactional(readOnly = true)
public class DeliveryLog {

    private final DeliveryRepository deliveries;

    DeliveryLog(DeliveryRepository deliveries) {
        this.deliveries = deliveries;
    }

    /** In the order it was written down. */
    public List<Delivery> ofCase(String caseNo) {
        return deliveries.ofCase(caseNo);
    }
}
